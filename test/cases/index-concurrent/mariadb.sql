-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@47818e5c
-- after:  users@264bd647

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.name (test/cases/index-concurrent/after.covet:3)
-- covet:guard fails users.name: SELECT 1 FROM `users` WHERE CHAR_LENGTH(`name`) > 100
ALTER TABLE `users` MODIFY COLUMN `name` varchar(100) NOT NULL;

-- covet:step 2 ADD_INDEX users.users_name (test/cases/index-concurrent/after.covet:5)
ALTER TABLE `users` ADD INDEX `users_name` (`name`);

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_name
ALTER TABLE `users` DROP INDEX `users_name`;

-- covet:step 2 ALTER_COLUMN users.name
ALTER TABLE `users` MODIFY COLUMN `name` text NOT NULL;
