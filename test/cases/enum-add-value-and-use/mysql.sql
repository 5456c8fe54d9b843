-- covet migration 20260102000000_alter_column_users_role
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@be15f62f
-- after:  users@85743ae6

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.role (test/cases/enum-add-value-and-use/after.covet:4)
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','admin','member') NOT NULL DEFAULT 'member';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.role
-- covet:guard fails users.role: SELECT 1 FROM `users` WHERE `role` NOT IN ('guest', 'admin')
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','admin') NOT NULL DEFAULT 'guest';
