-- covet migration 20260102000000_alter_column_users_role
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@c5d4c6f1
-- after:  users@be15f62f

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.role (test/cases/enum-from-text/after.covet:4)
-- covet:guard fails users.role: SELECT 1 FROM `users` WHERE `role` NOT IN ('guest', 'admin')
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','admin') NOT NULL DEFAULT 'guest';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.role
ALTER TABLE `users` MODIFY COLUMN `role` text NOT NULL DEFAULT ('guest');
