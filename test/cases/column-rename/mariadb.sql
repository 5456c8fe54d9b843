-- covet migration 20260102000000_rename_column_users_name
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@e494ee2d
-- after:  users@82fe4e21

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.name (test/cases/column-rename/after.covet:3)
ALTER TABLE `users` RENAME COLUMN `name` TO `full_name`;

-- covet:backward
-- covet:step 1 RENAME_COLUMN users.full_name
ALTER TABLE `users` RENAME COLUMN `full_name` TO `name`;
