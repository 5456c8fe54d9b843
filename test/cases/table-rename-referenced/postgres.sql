-- covet migration 20260102000000_rename_table_accounts
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: accounts@af1e04a6, users@-
-- after:  accounts@-, users@1950bdf2

-- covet:forward
-- covet:step 1 RENAME_TABLE accounts (test/cases/table-rename-referenced/after.covet:1)
ALTER TABLE "accounts" RENAME TO "users";

-- covet:backward
-- covet:step 1 RENAME_TABLE users
ALTER TABLE "users" RENAME TO "accounts";
