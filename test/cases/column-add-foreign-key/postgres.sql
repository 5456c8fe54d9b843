-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@05c9a71a
-- after:  users@a4ec28fc

-- covet:forward
-- covet:step 1 ADD_COLUMN users.manager_id (test/cases/column-add-foreign-key/after.covet:3)
ALTER TABLE "users" ADD COLUMN "manager_id" integer;

-- covet:step 2 ADD_FOREIGN_KEY users.users_manager_id_fkey (test/cases/column-add-foreign-key/after.covet:3)
ALTER TABLE "users" ADD CONSTRAINT "users_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "users" ("id") ON UPDATE CASCADE ON DELETE SET NULL;

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY users.users_manager_id_fkey
ALTER TABLE "users" DROP CONSTRAINT "users_manager_id_fkey";

-- covet:step 2 DROP_COLUMN users.manager_id
-- covet:guard loses users.manager_id: SELECT 1 FROM "users" WHERE "manager_id" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "manager_id";
