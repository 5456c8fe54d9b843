-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@8016e526
-- after:  users@47818e5c

-- covet:forward
-- covet:step 1 DROP_INDEX users.users_name_idx
ALTER TABLE `users` DROP INDEX `users_name_idx`;

-- covet:step 2 ALTER_COLUMN users.name (test/cases/index-drop/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `name` text NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.name
-- covet:guard fails users.name: SELECT 1 FROM `users` WHERE CHAR_LENGTH(`name`) > 100
ALTER TABLE `users` MODIFY COLUMN `name` varchar(100) NOT NULL;

-- covet:step 2 ADD_INDEX users.users_name_idx
ALTER TABLE `users` ADD INDEX `users_name_idx` (`name`);
