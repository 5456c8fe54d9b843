-- covet migration 20260102000000_alter_column_users_name
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@47818e5c
-- after:  users@139cec83

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.name (test/cases/column-collation/after.covet:8)
ALTER TABLE `users` MODIFY COLUMN `name` text COLLATE utf8mb4_bin NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.name
ALTER TABLE `users` MODIFY COLUMN `name` text NOT NULL;
