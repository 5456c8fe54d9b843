-- covet migration 20260102000000_alter_index_users_users_search
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@93587900
-- after:  users@f37d6571

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_search (test/cases/index-change/after.covet:6)
DROP INDEX "users_search";
CREATE INDEX "users_search" ON "users" ("name", "born" DESC);

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_search
DROP INDEX "users_search";
CREATE INDEX "users_search" ON "users" ("name");
