-- covet migration 20260102000000_alter_column_readings_value
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_readings
-- before: readings@a6f02cd2
-- after:  readings@baed92a4

-- covet:forward
-- covet:step 1 ALTER_COLUMN readings.value (test/cases/column-type-text-to-int/after.covet:3)
-- covet:guard fails readings.value: SELECT 1 FROM "readings" WHERE "value" !~ '^\s*[-+]?[0-9]+\s*$'
ALTER TABLE "readings" ALTER COLUMN "value" TYPE integer USING "value"::integer;

-- covet:backward
-- covet:step 1 ALTER_COLUMN readings.value
ALTER TABLE "readings" ALTER COLUMN "value" TYPE text;
