-- covet migration 20260102000000_alter_index_users_users_name
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@264bd647
-- after:  users@4c023ca8

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_name (test/cases/index-comment/after.covet:6)
ALTER TABLE `users` DROP INDEX `users_name`, ADD INDEX `users_name` (`name`) COMMENT 'Used by search.';

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_name
ALTER TABLE `users` DROP INDEX `users_name`, ADD INDEX `users_name` (`name`);
