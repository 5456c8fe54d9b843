-- covet migration 20260102000000_add_index_users_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@e794aed6
-- after:  users@80bbdc02

-- covet:forward
-- covet:step 1 ADD_INDEX users.users_name (test/cases/index-include/after.covet:6)
CREATE INDEX "users_name" ON "users" ("name" text_pattern_ops) INCLUDE ("born") WITH (fillfactor = 80);

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_name
DROP INDEX "users_name";
