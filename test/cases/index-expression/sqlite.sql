-- covet migration 20260102000000_alter_index_users_users_lower
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@a5ce500d
-- after:  users@66cd05a7

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_lower (test/cases/index-expression/after.covet:6)
DROP INDEX "users_lower";
CREATE INDEX "users_lower" ON "users" (upper(name), (amount * 2) DESC);

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_lower
DROP INDEX "users_lower";
CREATE INDEX "users_lower" ON "users" (lower(name));
