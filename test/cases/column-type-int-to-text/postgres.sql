-- covet migration 20260102000000_alter_column_readings_value
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_readings
-- before: readings@20b5b0d0
-- after:  readings@05466688

-- covet:forward
-- covet:step 1 ALTER_COLUMN readings.value (test/cases/column-type-int-to-text/after.covet:3)
ALTER TABLE "readings" ALTER COLUMN "value" DROP DEFAULT, ALTER COLUMN "value" TYPE text, ALTER COLUMN "value" SET DEFAULT 'five';

-- covet:backward
-- covet:step 1 ALTER_COLUMN readings.value
-- covet:guard fails readings.value: SELECT 1 FROM "readings" WHERE "value" !~ '^\s*[-+]?[0-9]+\s*$'
ALTER TABLE "readings" ALTER COLUMN "value" DROP DEFAULT, ALTER COLUMN "value" TYPE integer USING "value"::integer, ALTER COLUMN "value" SET DEFAULT 5;
