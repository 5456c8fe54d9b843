-- covet migration 20260102000000_drop_column_users_nickname
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@9c45e3d2
-- after:  users@d98f525a

-- covet:forward
-- covet:step 1 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM `users` WHERE `nickname` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `nickname`;

-- covet:backward
-- covet:step 1 ADD_COLUMN users.nickname
ALTER TABLE `users` ADD COLUMN `nickname` text;
