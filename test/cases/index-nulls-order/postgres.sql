-- covet migration 20260102000000_add_index_users_users_born
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@6f02a624
-- after:  users@1e2a38ac

-- covet:forward
-- covet:step 1 ADD_INDEX users.users_born (test/cases/index-nulls-order/after.covet:5)
CREATE INDEX "users_born" ON "users" ("born" DESC NULLS LAST);

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_born
DROP INDEX "users_born";
