-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@901614da
-- after:  users@008bba3b

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.name (test/cases/index-add/after.covet:3)
-- covet:guard fails users.name: SELECT 1 FROM `users` WHERE CHAR_LENGTH(`name`) > 100
ALTER TABLE `users` MODIFY COLUMN `name` varchar(100) NOT NULL;

-- covet:step 2 ADD_INDEX users.users_born (test/cases/index-add/after.covet:7)
ALTER TABLE `users` ADD INDEX `users_born` (`born` DESC, `name`);

-- covet:step 3 ADD_INDEX users.users_name_idx (test/cases/index-add/after.covet:6)
ALTER TABLE `users` ADD INDEX `users_name_idx` (`name`);

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_name_idx
ALTER TABLE `users` DROP INDEX `users_name_idx`;

-- covet:step 2 DROP_INDEX users.users_born
ALTER TABLE `users` DROP INDEX `users_born`;

-- covet:step 3 ALTER_COLUMN users.name
ALTER TABLE `users` MODIFY COLUMN `name` text NOT NULL;
