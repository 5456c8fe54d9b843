-- covet migration 20260102000000_alter_column_users_email
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@4cf489f5
-- after:  users@356ef34e

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.email (test/cases/unique-partial/after.covet:3)
-- covet:guard fails users.email: SELECT 1 FROM `users` WHERE CHAR_LENGTH(`email`) > 100
ALTER TABLE `users` MODIFY COLUMN `email` varchar(100) NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.email
ALTER TABLE `users` MODIFY COLUMN `email` text NOT NULL;
