-- covet migration 20260102000000_add_column_users_position
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@05c9a71a
-- after:  users@d28118ba

-- covet:forward
-- covet:step 1 ADD_COLUMN users.position (test/cases/column-serial/after.covet:3)
ALTER TABLE "users" ADD COLUMN "position" bigserial;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.position
-- covet:guard loses users.position: SELECT 1 FROM "users"
ALTER TABLE "users" DROP COLUMN "position";
