-- covet migration 20260102000000_add_column_users_role
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ed49d45a
-- after:  users@678b6f85

-- covet:forward
-- covet:step 1 ADD_COLUMN users.role (test/cases/enum-create/after.covet:4)
ALTER TABLE "users" ADD COLUMN "role" text NOT NULL DEFAULT 'guest' CHECK ("role" IN ('guest', 'member', '3D artist'));

-- covet:backward
-- covet:step 1 DROP_COLUMN users.role
-- covet:guard loses users.role: SELECT 1 FROM "users" WHERE "role" IS NOT 'guest'
ALTER TABLE "users" DROP COLUMN "role";
