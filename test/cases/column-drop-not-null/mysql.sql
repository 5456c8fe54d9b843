-- covet migration 20260102000000_alter_column_users_email
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@e56c26a9
-- after:  users@2e42a78e

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.email (test/cases/column-drop-not-null/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `email` text;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.email
-- covet:guard fails users.email: SELECT 1 FROM `users` WHERE `email` IS NULL
ALTER TABLE `users` MODIFY COLUMN `email` text NOT NULL;
