-- covet migration 20260102000000_alter_column_people_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_people
-- before: people@27ba07c8
-- after:  people@0b1e7e0e

-- covet:forward
-- covet:step 1 ALTER_COLUMN people.name (test/cases/column-using-backfill/after.covet:4)
-- covet:guard fails people.name: SELECT 1 FROM "people" WHERE "name" IS NULL AND (coalesce(nickname, 'unknown')) IS NULL
UPDATE "people" SET "name" = (coalesce(nickname, 'unknown')) WHERE "name" IS NULL;
ALTER TABLE "people" ALTER COLUMN "name" SET NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN people.name
ALTER TABLE "people" ALTER COLUMN "name" DROP NOT NULL;
