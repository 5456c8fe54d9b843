-- covet migration 20260102000000_alter_column_counters_total
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_counters
-- before: counters@91d7ba64
-- after:  counters@1fc17bb0

-- covet:forward
-- covet:step 1 ALTER_COLUMN counters.total (test/cases/column-type-widen/after.covet:3)
ALTER TABLE "counters" ALTER COLUMN "total" DROP DEFAULT, ALTER COLUMN "total" TYPE bigint, ALTER COLUMN "total" SET DEFAULT 0;

-- covet:backward
-- covet:step 1 ALTER_COLUMN counters.total
-- covet:guard fails counters.total: SELECT 1 FROM "counters" WHERE "total" < -2147483648 OR "total" > 2147483647
ALTER TABLE "counters" ALTER COLUMN "total" DROP DEFAULT, ALTER COLUMN "total" TYPE integer, ALTER COLUMN "total" SET DEFAULT 0;
