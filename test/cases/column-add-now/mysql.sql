-- covet migration 20260102000000_add_column_users_created_at
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@f5cca62d

-- covet:forward
-- covet:step 1 ADD_COLUMN users.created_at (test/cases/column-add-now/after.covet:3)
ALTER TABLE `users` ADD COLUMN `created_at` timestamp(6) NOT NULL DEFAULT current_timestamp(6);

-- covet:backward
-- covet:step 1 DROP_COLUMN users.created_at
-- covet:guard loses users.created_at: SELECT 1 FROM `users`
ALTER TABLE `users` DROP COLUMN `created_at`;
