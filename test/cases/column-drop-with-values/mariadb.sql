-- covet migration 20260102000000_drop_column_users_nickname
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@278385d0
-- after:  users@a548339c

-- covet:forward
-- covet:step 1 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM `users` WHERE NOT (`nickname` <=> 'anon')
ALTER TABLE `users` DROP COLUMN `nickname`;

-- covet:backward
-- covet:step 1 ADD_COLUMN users.nickname
ALTER TABLE `users` ADD COLUMN `nickname` text NOT NULL DEFAULT 'anon';
