-- covet migration 20260102000000_alter_table_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@05c9a71a
-- after:  users@bc2c9ff8

-- covet:forward
-- covet:step 1 ALTER_TABLE users (test/cases/table-comment/after.covet:2)
COMMENT ON TABLE "users" IS 'People who can sign in; it''s "quoted", \backslashed.';

-- covet:backward
-- covet:step 1 ALTER_TABLE users
COMMENT ON TABLE "users" IS NULL;
