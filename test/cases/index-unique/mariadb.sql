-- covet migration 20260102000000_alter_index_users_users_name
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@264bd647
-- after:  users@81188784

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_name (test/cases/index-unique/after.covet:5)
-- covet:guard fails users.users_name: SELECT 1 FROM `users` WHERE `name` IS NOT NULL GROUP BY `name` HAVING COUNT(*) > 1
ALTER TABLE `users` DROP INDEX `users_name`, ADD UNIQUE INDEX `users_name` (`name`);

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_name
ALTER TABLE `users` DROP INDEX `users_name`, ADD INDEX `users_name` (`name`);
