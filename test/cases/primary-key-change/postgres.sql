-- covet migration 20260102000000_alter_primary_key_tags_tags_key
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_tags
-- before: tags@6059ae46
-- after:  tags@03bf0888

-- covet:forward
-- covet:step 1 ALTER_PRIMARY_KEY tags.tags_key (test/cases/primary-key-change/after.covet:5)
-- covet:guard fails tags.tags_key: SELECT 1 FROM "tags" WHERE true GROUP BY "kind", "name" HAVING count(*) > 1
ALTER TABLE "tags" DROP CONSTRAINT "tags_key";
ALTER TABLE "tags" ADD CONSTRAINT "tags_key" PRIMARY KEY ("kind", "name");

-- covet:backward
-- covet:step 1 ALTER_PRIMARY_KEY tags.tags_key
-- covet:guard fails tags.tags_key: SELECT 1 FROM "tags" WHERE true GROUP BY "name" HAVING count(*) > 1
ALTER TABLE "tags" DROP CONSTRAINT "tags_key";
ALTER TABLE "tags" ADD CONSTRAINT "tags_key" PRIMARY KEY ("name");
