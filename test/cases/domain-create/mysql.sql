-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@981c2615
-- after:  users@91eba661

-- covet:forward
-- covet:step 1 ADD_COLUMN users.second (test/cases/domain-create/after.covet:6)
ALTER TABLE `users` ADD COLUMN `second` varchar(80) DEFAULT 'none@example.com';

-- covet:step 2 ADD_CHECK users.users_check
-- covet:guard fails users.users_check: SELECT 1 FROM `users` WHERE NOT (`email` like '%_@_%')
ALTER TABLE `users` ADD CONSTRAINT `users_check` CHECK (`email` like '%_@_%');

-- covet:step 3 ADD_CHECK users.users_check1
-- covet:guard fails users.users_check1: SELECT 1 FROM (SELECT ('none@example.com') AS `second` FROM `users`) AS `users` WHERE NOT (`second` like '%_@_%')
ALTER TABLE `users` ADD CONSTRAINT `users_check1` CHECK (`second` like '%_@_%');

-- covet:backward
-- covet:step 1 DROP_CHECK users.users_check1
ALTER TABLE `users` DROP CHECK `users_check1`;

-- covet:step 2 DROP_CHECK users.users_check
ALTER TABLE `users` DROP CHECK `users_check`;

-- covet:step 3 DROP_COLUMN users.second
-- covet:guard loses users.second: SELECT 1 FROM `users` WHERE NOT (`second` <=> 'none@example.com')
ALTER TABLE `users` DROP COLUMN `second`;
