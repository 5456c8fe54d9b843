-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@1ecafedc
-- after:  users@b600f39a

-- covet:forward
-- covet:step 1 ADD_CHECK users.users_check
-- covet:guard fails users.users_check: SELECT 1 FROM `users` WHERE NOT (`today` <> 'sad')
ALTER TABLE `users` ADD CONSTRAINT `users_check` CHECK (`today` <> 'sad');

-- covet:step 2 ADD_CHECK users.users_check1
-- covet:guard fails users.users_check1: SELECT 1 FROM `users` WHERE NOT (`past` <> 'sad')
ALTER TABLE `users` ADD CONSTRAINT `users_check1` CHECK (`past` <> 'sad');

-- covet:backward
-- covet:step 1 DROP_CHECK users.users_check1
ALTER TABLE `users` DROP CONSTRAINT `users_check1`;

-- covet:step 2 DROP_CHECK users.users_check
ALTER TABLE `users` DROP CONSTRAINT `users_check`;
