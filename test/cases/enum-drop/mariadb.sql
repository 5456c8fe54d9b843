-- covet migration 20260102000000_drop_column_users_role
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@4a6d46a1
-- after:  users@d98f525a

-- covet:forward
-- covet:step 1 DROP_COLUMN users.role
-- covet:guard loses users.role: SELECT 1 FROM `users` WHERE `role` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `role`;

-- covet:backward
-- covet:step 1 ADD_COLUMN users.role
ALTER TABLE `users` ADD COLUMN `role` enum('guest','member');
