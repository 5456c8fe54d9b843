-- covet migration 20260102000000_add_primary_key_tags_tags_key
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_tags
-- before: tags@8a79c4a2
-- after:  tags@cda98fe5

-- covet:forward
-- covet:step 1 ADD_PRIMARY_KEY tags.tags_key (test/cases/primary-key-add/after.covet:2)
-- covet:guard fails tags.tags_key: SELECT 1 FROM "tags" WHERE true GROUP BY "name" HAVING count(*) > 1
ALTER TABLE "tags" ADD CONSTRAINT "tags_key" PRIMARY KEY ("name");

-- covet:backward
-- covet:step 1 DROP_PRIMARY_KEY tags.tags_key
ALTER TABLE "tags" DROP CONSTRAINT "tags_key";
