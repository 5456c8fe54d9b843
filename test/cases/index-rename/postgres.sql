-- covet migration 20260102000000_rename_index_users_ix1
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@dcb36a0d
-- after:  users@7b92102d

-- covet:forward
-- covet:step 1 RENAME_INDEX users.ix1 (test/cases/index-rename/after.covet:5)
ALTER INDEX "ix1" RENAME TO "users_name";

-- covet:backward
-- covet:step 1 RENAME_INDEX users.users_name
ALTER INDEX "users_name" RENAME TO "ix1";
