-- covet migration 20260102000000_alter_schema_billing
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_schema_billing
-- before: schema billing@35cb9bc3
-- after:  schema billing@a64fbfa1

-- covet:forward
-- covet:step 1 ALTER_SCHEMA billing (test/cases/schema-comment/after.covet:2)
COMMENT ON SCHEMA "billing" IS 'Money matters.';

-- covet:backward
-- covet:step 1 ALTER_SCHEMA billing
COMMENT ON SCHEMA "billing" IS NULL;
