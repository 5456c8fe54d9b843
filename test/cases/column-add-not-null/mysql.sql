-- covet migration 20260102000000_add_column_users_email
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@8dd17d7e

-- covet:forward
-- covet:step 1 ADD_COLUMN users.email (test/cases/column-add-not-null/after.covet:3)
-- covet:guard fails users.email: SELECT 1 FROM `users`
ALTER TABLE `users` ADD COLUMN `email` varchar(200) NOT NULL;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.email
-- covet:guard loses users.email: SELECT 1 FROM `users`
ALTER TABLE `users` DROP COLUMN `email`;
