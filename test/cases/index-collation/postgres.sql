-- covet migration 20260102000000_add_index_users_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@e5a09dd6
-- after:  users@635dff5b

-- covet:forward
-- covet:step 1 ADD_INDEX users.users_name (test/cases/index-collation/after.covet:6)
CREATE INDEX "users_name" ON "users" ("name" COLLATE "C");

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_name
DROP INDEX "users_name";
