-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@036eaed4

-- covet:forward
-- covet:step 1 ADD_COLUMN users.email (test/cases/column-add-unique/after.covet:3)
ALTER TABLE `users` ADD COLUMN `email` varchar(100);

-- covet:step 2 ADD_INDEX users.users_email_key (test/cases/column-add-unique/after.covet:3)
ALTER TABLE `users` ADD UNIQUE INDEX `users_email_key` (`email`);

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_email_key
ALTER TABLE `users` DROP INDEX `users_email_key`;

-- covet:step 2 DROP_COLUMN users.email
-- covet:guard loses users.email: SELECT 1 FROM `users` WHERE `email` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `email`;
