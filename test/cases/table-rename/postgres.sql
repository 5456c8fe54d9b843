-- covet migration 20260102000000_rename_table_accounts
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_accounts
-- before: accounts@2e960ceb, users@-
-- after:  accounts@-, users@e93376d6

-- covet:forward
-- covet:step 1 RENAME_TABLE accounts (test/cases/table-rename/after.covet:1)
ALTER TABLE "accounts" RENAME TO "users";

-- covet:backward
-- covet:step 1 RENAME_TABLE users
ALTER TABLE "users" RENAME TO "accounts";
