-- covet migration 20260102000000_drop_column_users_role
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@d69d5213
-- after:  users@ed49d45a

-- covet:forward
-- covet:step 1 DROP_COLUMN users.role
-- covet:guard loses users.role: SELECT 1 FROM "users" WHERE "role" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "role";

-- covet:backward
-- covet:step 1 ADD_COLUMN users.role
ALTER TABLE "users" ADD COLUMN "role" text CHECK ("role" IN ('guest', 'member'));
