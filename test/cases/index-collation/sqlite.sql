-- covet migration 20260102000000_add_index_users_users_name
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@f680f001
-- after:  users@1d81fd14

-- covet:forward
-- covet:step 1 ADD_INDEX users.users_name (test/cases/index-collation/after.covet:9)
CREATE INDEX "users_name" ON "users" ("name" COLLATE nocase);

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_name
DROP INDEX "users_name";
