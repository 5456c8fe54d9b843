-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@e5a09dd6
-- after:  users@8dbc4bc3

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.id (test/cases/column-comment/after.covet:2)
COMMENT ON COLUMN "users"."id" IS 'Number; it''s ''quoted''.';

-- covet:step 2 ALTER_COLUMN users.name (test/cases/column-comment/after.covet:4)
COMMENT ON COLUMN "users"."name" IS 'As printed on invoices.';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.name
COMMENT ON COLUMN "users"."name" IS NULL;

-- covet:step 2 ALTER_COLUMN users.id
COMMENT ON COLUMN "users"."id" IS NULL;
