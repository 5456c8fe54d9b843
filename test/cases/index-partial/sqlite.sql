-- covet migration 20260102000000_alter_index_users_users_name
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@52165990
-- after:  users@cb787687

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_name (test/cases/index-partial/after.covet:6)
DROP INDEX "users_name";
CREATE INDEX "users_name" ON "users" ("name") WHERE gone = false and name <> 'root';

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_name
DROP INDEX "users_name";
CREATE INDEX "users_name" ON "users" ("name");
