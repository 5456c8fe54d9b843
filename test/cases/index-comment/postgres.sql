-- covet migration 20260102000000_alter_index_users_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@7b92102d
-- after:  users@b6d785f8

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_name (test/cases/index-comment/after.covet:6)
COMMENT ON INDEX "users_name" IS 'Used by search.';

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_name
COMMENT ON INDEX "users_name" IS NULL;
