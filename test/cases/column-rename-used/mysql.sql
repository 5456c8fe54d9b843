-- covet migration 20260102000000_rename_column_users_name
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: users@3b276f3e
-- after:  users@7ae27c5a

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.name (test/cases/column-rename-used/after.covet:3)
ALTER TABLE `aliases` DROP FOREIGN KEY `aliases_name`;
ALTER TABLE `users` DROP CHECK `users_name_len`, RENAME COLUMN `name` TO `full_name`, MODIFY COLUMN `slug` text GENERATED ALWAYS AS (lower(`full_name`)) STORED, ADD CONSTRAINT `users_name_len` CHECK (length(`full_name`) > 1);
ALTER TABLE `aliases` ADD CONSTRAINT `aliases_name` FOREIGN KEY (`name`) REFERENCES `users` (`full_name`);

-- covet:backward
-- covet:step 1 RENAME_COLUMN users.full_name
ALTER TABLE `aliases` DROP FOREIGN KEY `aliases_name`;
ALTER TABLE `users` DROP CHECK `users_name_len`, RENAME COLUMN `full_name` TO `name`, MODIFY COLUMN `slug` text GENERATED ALWAYS AS (lower(`name`)) STORED, ADD CONSTRAINT `users_name_len` CHECK (length(`name`) > 1);
ALTER TABLE `aliases` ADD CONSTRAINT `aliases_name` FOREIGN KEY (`name`) REFERENCES `users` (`name`);
