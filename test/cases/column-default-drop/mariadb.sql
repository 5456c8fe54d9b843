-- covet migration 20260102000000_alter_column_users_role
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@fbb466b6
-- after:  users@492c8d0a

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.role (test/cases/column-default-drop/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `role` varchar(20) NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.role
ALTER TABLE `users` MODIFY COLUMN `role` varchar(20) NOT NULL DEFAULT 'guest';
