-- covet migration 20260102000000_add_check_users_users_age
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@3be27547
-- after:  users@b495a364

-- covet:forward
-- covet:step 1 ADD_CHECK users.users_age (test/cases/check-add/after.covet:5)
-- covet:guard fails users.users_age: SELECT 1 FROM `users` WHERE NOT (age between 0 and 150)
ALTER TABLE `users` ADD CONSTRAINT `users_age` CHECK (age between 0 and 150);

-- covet:backward
-- covet:step 1 DROP_CHECK users.users_age
ALTER TABLE `users` DROP CHECK `users_age`;
