-- covet migration 20260102000000_drop_index_users_users_name
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@a3dd8e15
-- after:  users@7e21b7a0

-- covet:forward
-- covet:step 1 DROP_INDEX users.users_name
ALTER TABLE `users` DROP INDEX `users_name`;

-- covet:backward
-- covet:step 1 ADD_INDEX users.users_name
ALTER TABLE `users` ADD INDEX `users_name` (`name`);
