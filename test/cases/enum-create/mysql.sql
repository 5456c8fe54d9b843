-- covet migration 20260102000000_add_column_users_role
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@cf50e839

-- covet:forward
-- covet:step 1 ADD_COLUMN users.role (test/cases/enum-create/after.covet:4)
ALTER TABLE `users` ADD COLUMN `role` enum('guest','member','3D artist') NOT NULL DEFAULT 'guest';

-- covet:backward
-- covet:step 1 DROP_COLUMN users.role
-- covet:guard loses users.role: SELECT 1 FROM `users` WHERE NOT (`role` <=> 'guest')
ALTER TABLE `users` DROP COLUMN `role`;
