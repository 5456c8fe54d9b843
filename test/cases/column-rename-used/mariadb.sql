-- covet migration 20260102000000_rename_column_users_name
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: users@3b276f3e
-- after:  users@7ae27c5a

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.name (test/cases/column-rename-used/after.covet:3)
ALTER TABLE `users` RENAME COLUMN `name` TO `full_name`;

-- covet:backward
-- covet:step 1 RENAME_COLUMN users.full_name
ALTER TABLE `users` RENAME COLUMN `full_name` TO `name`;
