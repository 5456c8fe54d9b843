-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: users@50d1bab8
-- after:  users@74a88e87

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.name (test/cases/many-changes-one-table/after.covet:3)
ALTER TABLE `users` RENAME COLUMN `name` TO `full_name`;

-- covet:step 2 DROP_COLUMN users.legacy
-- covet:guard loses users.legacy: SELECT 1 FROM `users` WHERE `legacy` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `legacy`;

-- covet:step 3 ADD_COLUMN users.email (test/cases/many-changes-one-table/after.covet:5)
ALTER TABLE `users` ADD COLUMN `email` varchar(100);

-- covet:step 4 ALTER_COLUMN users.age (test/cases/many-changes-one-table/after.covet:4)
-- covet:guard fails users.age: SELECT 1 FROM `users` WHERE `age` IS NULL
ALTER TABLE `users` MODIFY COLUMN `age` bigint NOT NULL DEFAULT 18;

-- covet:step 5 ALTER_COLUMN users.full_name (test/cases/many-changes-one-table/after.covet:3)
-- covet:guard fails users.full_name: SELECT 1 FROM (SELECT `name` AS `full_name` FROM `users`) AS `users` WHERE CHAR_LENGTH(`full_name`) > 100
-- covet:guard fails users.full_name: SELECT 1 FROM (SELECT `name` AS `full_name` FROM `users`) AS `users` WHERE `full_name` IS NULL
ALTER TABLE `users` MODIFY COLUMN `full_name` varchar(100) NOT NULL;

-- covet:step 6 ADD_CHECK users.users_check (test/cases/many-changes-one-table/after.covet:4)
-- covet:guard fails users.users_check: SELECT 1 FROM `users` WHERE NOT (age > 0)
ALTER TABLE `users` ADD CONSTRAINT `users_check` CHECK (age > 0);

-- covet:step 7 ALTER_INDEX users.users_age (test/cases/many-changes-one-table/after.covet:8)
ALTER TABLE `users` DROP INDEX `users_age`, ADD INDEX `users_age` (`age`, `full_name`);

-- covet:step 8 ADD_INDEX users.users_email_key (test/cases/many-changes-one-table/after.covet:5)
ALTER TABLE `users` ADD UNIQUE INDEX `users_email_key` (`email`);

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_email_key
ALTER TABLE `users` DROP INDEX `users_email_key`;

-- covet:step 2 ALTER_INDEX users.users_age
ALTER TABLE `users` DROP INDEX `users_age`, ADD INDEX `users_age` (`age`);

-- covet:step 3 DROP_CHECK users.users_check
ALTER TABLE `users` DROP CHECK `users_check`;

-- covet:step 4 ALTER_COLUMN users.full_name
ALTER TABLE `users` MODIFY COLUMN `full_name` text;

-- covet:step 5 ALTER_COLUMN users.age
-- covet:guard fails users.age: SELECT 1 FROM `users` WHERE `age` < -32768 OR `age` > 32767
ALTER TABLE `users` MODIFY COLUMN `age` smallint;

-- covet:step 6 DROP_COLUMN users.email
-- covet:guard loses users.email: SELECT 1 FROM `users` WHERE `email` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `email`;

-- covet:step 7 ADD_COLUMN users.legacy
ALTER TABLE `users` ADD COLUMN `legacy` int;

-- covet:step 8 RENAME_COLUMN users.full_name
ALTER TABLE `users` RENAME COLUMN `full_name` TO `name`;
