-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@e794aed6
-- after:  users@59352b5d

-- covet:forward
-- covet:step 1 ADD_INDEX users.users_born (test/cases/index-add/after.covet:7)
CREATE INDEX "users_born" ON "users" ("born" DESC, "name");

-- covet:step 2 ADD_INDEX users.users_name_idx (test/cases/index-add/after.covet:6)
CREATE INDEX "users_name_idx" ON "users" ("name");

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_name_idx
DROP INDEX "users_name_idx";

-- covet:step 2 DROP_INDEX users.users_born
DROP INDEX "users_born";
