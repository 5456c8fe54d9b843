-- covet migration 20260102000000_alter_index_users_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@f5f22010
-- after:  users@6db90779

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_name (test/cases/index-partial/after.covet:6)
DROP INDEX "users_name";
CREATE INDEX "users_name" ON "users" ("name") WHERE (gone = false and name <> 'root');

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_name
DROP INDEX "users_name";
CREATE INDEX "users_name" ON "users" ("name");
