-- covet migration 20260102000000_drop_index_users_users_name_idx
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@926d129b
-- after:  users@e5a09dd6

-- covet:forward
-- covet:step 1 DROP_INDEX users.users_name_idx
DROP INDEX "users_name_idx";

-- covet:backward
-- covet:step 1 ADD_INDEX users.users_name_idx
CREATE INDEX "users_name_idx" ON "users" ("name");
