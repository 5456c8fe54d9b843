-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d285c8ca
-- after:  users@e56c26a9

-- covet:forward
-- covet:step 1 DROP_INDEX users.users_email_key
ALTER TABLE `users` DROP INDEX `users_email_key`;

-- covet:step 2 ALTER_COLUMN users.email (test/cases/unique-drop/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `email` text NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.email
-- covet:guard fails users.email: SELECT 1 FROM `users` WHERE CHAR_LENGTH(`email`) > 100
ALTER TABLE `users` MODIFY COLUMN `email` varchar(100) NOT NULL;

-- covet:step 2 ADD_INDEX users.users_email_key
-- covet:guard fails users.users_email_key: SELECT 1 FROM `users` WHERE `email` IS NOT NULL GROUP BY `email` HAVING COUNT(*) > 1
ALTER TABLE `users` ADD UNIQUE INDEX `users_email_key` (`email`);
