-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@164815f3
-- after:  users@81bc1e6a

-- covet:forward
-- covet:step 1 DROP_CHECK users.users_range
ALTER TABLE `users` DROP CHECK `users_range`;

-- covet:step 2 DROP_COLUMN users.high
-- covet:guard loses users.high: SELECT 1 FROM `users` WHERE `high` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `high`;

-- covet:backward
-- covet:step 1 ADD_COLUMN users.high
ALTER TABLE `users` ADD COLUMN `high` int;

-- covet:step 2 ADD_CHECK users.users_range
-- covet:guard fails users.users_range: SELECT 1 FROM (SELECT `low` AS `low`, NULL AS `high` FROM `users`) AS `users` WHERE NOT (`low` < `high`)
ALTER TABLE `users` ADD CONSTRAINT `users_range` CHECK (`low` < `high`);
