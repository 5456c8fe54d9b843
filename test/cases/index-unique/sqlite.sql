-- covet migration 20260102000000_alter_index_users_users_name
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ee40a5a7
-- after:  users@47564506

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_name (test/cases/index-unique/after.covet:5)
-- covet:guard fails users.users_name: SELECT 1 FROM "users" WHERE "name" IS NOT NULL GROUP BY "name" HAVING count(*) > 1
DROP INDEX "users_name";
CREATE UNIQUE INDEX "users_name" ON "users" ("name");

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_name
DROP INDEX "users_name";
CREATE INDEX "users_name" ON "users" ("name");
