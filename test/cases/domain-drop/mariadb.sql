-- covet migration 20260102000000_drop_check_users_users_check
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@a19bf8d4
-- after:  users@981c2615

-- covet:forward
-- covet:step 1 DROP_CHECK users.users_check
ALTER TABLE `users` DROP CONSTRAINT `users_check`;

-- covet:backward
-- covet:step 1 ADD_CHECK users.users_check
-- covet:guard fails users.users_check: SELECT 1 FROM `users` WHERE NOT (`email` like '%_@_%')
ALTER TABLE `users` ADD CONSTRAINT `users_check` CHECK (`email` like '%_@_%');
