-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@7ed0ba27
-- after:  users@fc5076a5

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.id (test/cases/table-comment-change/after.covet:3)
COMMENT ON COLUMN "users"."id" IS NULL;

-- covet:step 2 ALTER_TABLE users (test/cases/table-comment-change/after.covet:2)
COMMENT ON TABLE "users" IS 'After.';

-- covet:backward
-- covet:step 1 ALTER_TABLE users
COMMENT ON TABLE "users" IS 'Before.';

-- covet:step 2 ALTER_COLUMN users.id
COMMENT ON COLUMN "users"."id" IS 'The number.';
