-- covet migration 20260102000000_add_column_users_created_at
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@05c9a71a
-- after:  users@d83fca4d

-- covet:forward
-- covet:step 1 ADD_COLUMN users.created_at (test/cases/column-add-now/after.covet:3)
ALTER TABLE "users" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.created_at
-- covet:guard loses users.created_at: SELECT 1 FROM "users"
ALTER TABLE "users" DROP COLUMN "created_at";
