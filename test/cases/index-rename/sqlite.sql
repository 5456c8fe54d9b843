-- covet migration 20260102000000_rename_index_users_ix1
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@c9dee5e0
-- after:  users@ee40a5a7

-- covet:forward
-- covet:step 1 RENAME_INDEX users.ix1 (test/cases/index-rename/after.covet:5)
DROP INDEX "ix1";
CREATE INDEX "users_name" ON "users" ("name");

-- covet:backward
-- covet:step 1 RENAME_INDEX users.users_name
DROP INDEX "users_name";
CREATE INDEX "ix1" ON "users" ("name");
