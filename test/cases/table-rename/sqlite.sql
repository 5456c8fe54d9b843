-- covet migration 20260102000000_rename_table_accounts
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_accounts
-- before: accounts@32b0c128, users@-
-- after:  accounts@-, users@f02169df

-- covet:forward
-- covet:step 1 RENAME_TABLE accounts (test/cases/table-rename/after.covet:1)
ALTER TABLE "accounts" RENAME TO "users";

-- covet:backward
-- covet:step 1 RENAME_TABLE users
ALTER TABLE "users" RENAME TO "accounts";
