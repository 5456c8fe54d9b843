-- covet migration 20260102000000_alter_column_users_role
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@377d2f88
-- after:  users@3c643cf6

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.role (test/cases/enum-remove-value/after.covet:4)
-- covet:guard fails users.role: SELECT 1 FROM `users` WHERE `role` NOT IN ('guest', 'admin')
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','admin') NOT NULL DEFAULT 'guest';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.role
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','member','admin') NOT NULL DEFAULT 'guest';
