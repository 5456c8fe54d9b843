-- covet migration 20260102000000_drop_primary_key_tags_tags_key
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_tags
-- before: tags@cda98fe5
-- after:  tags@8a79c4a2

-- covet:forward
-- covet:step 1 DROP_PRIMARY_KEY tags.tags_key
ALTER TABLE "tags" DROP CONSTRAINT "tags_key";

-- covet:backward
-- covet:step 1 ADD_PRIMARY_KEY tags.tags_key
-- covet:guard fails tags.tags_key: SELECT 1 FROM "tags" WHERE true GROUP BY "name" HAVING count(*) > 1
ALTER TABLE "tags" ADD CONSTRAINT "tags_key" PRIMARY KEY ("name");
