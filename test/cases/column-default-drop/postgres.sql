-- covet migration 20260102000000_alter_column_users_role
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@3901b2d3
-- after:  users@7aa28d00

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.role (test/cases/column-default-drop/after.covet:3)
ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.role
ALTER TABLE "users" ALTER COLUMN "role" SET DEFAULT 'guest'::character varying;
