-- covet migration 20260102000000_rename_table_accounts
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_accounts
-- before: accounts@cd293c6d, users@-
-- after:  accounts@-, users@1743a1a6

-- covet:forward
-- covet:step 1 RENAME_TABLE accounts (test/cases/table-rename/after.covet:1)
RENAME TABLE `accounts` TO `users`;

-- covet:backward
-- covet:step 1 RENAME_TABLE users
RENAME TABLE `users` TO `accounts`;
