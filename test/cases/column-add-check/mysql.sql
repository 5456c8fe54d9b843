-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@9e9be5e9

-- covet:forward
-- covet:step 1 ADD_COLUMN users.age (test/cases/column-add-check/after.covet:3)
ALTER TABLE `users` ADD COLUMN `age` int;

-- covet:step 2 ADD_CHECK users.users_check (test/cases/column-add-check/after.covet:3)
-- covet:guard fails users.users_check: SELECT 1 FROM (SELECT NULL AS `age` FROM `users`) AS `users` WHERE NOT (age > 0 and age < 150)
ALTER TABLE `users` ADD CONSTRAINT `users_check` CHECK (age > 0 and age < 150);

-- covet:backward
-- covet:step 1 DROP_CHECK users.users_check
ALTER TABLE `users` DROP CHECK `users_check`;

-- covet:step 2 DROP_COLUMN users.age
-- covet:guard loses users.age: SELECT 1 FROM `users` WHERE `age` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `age`;
