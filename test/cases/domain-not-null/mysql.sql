-- covet migration 20260102000000_alter_column_users_home
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@1355ce95
-- after:  users@1d4058dd

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.home (test/cases/domain-not-null/after.covet:5)
-- covet:guard fails users.home: SELECT 1 FROM `users` WHERE `home` IS NULL
ALTER TABLE `users` MODIFY COLUMN `home` varchar(40) NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.home
ALTER TABLE `users` MODIFY COLUMN `home` varchar(40);
