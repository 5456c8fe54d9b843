-- covet migration 20260102000000_rename_table_accounts
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: accounts@388f17bd, users@-
-- after:  accounts@-, users@d98f525a

-- covet:forward
-- covet:step 1 RENAME_TABLE accounts (test/cases/table-rename-referenced/after.covet:1)
RENAME TABLE `accounts` TO `users`;

-- covet:backward
-- covet:step 1 RENAME_TABLE users
RENAME TABLE `users` TO `accounts`;
