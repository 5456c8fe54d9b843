-- covet migration 20260102000000_alter_column_users_name
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@1bf6b96c
-- after:  users@aa0ec65f

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.name (test/cases/column-type-varchar-grow/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `name` varchar(20) NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.name
-- covet:guard fails users.name: SELECT 1 FROM `users` WHERE CHAR_LENGTH(`name`) > 10
ALTER TABLE `users` MODIFY COLUMN `name` varchar(10) NOT NULL;
