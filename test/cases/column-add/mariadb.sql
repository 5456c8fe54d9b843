-- covet migration 20260102000000_add_column_users_nickname
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@9c45e3d2

-- covet:forward
-- covet:step 1 ADD_COLUMN users.nickname (test/cases/column-add/after.covet:3)
ALTER TABLE `users` ADD COLUMN `nickname` text;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM `users` WHERE `nickname` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `nickname`;
