-- covet migration 20260102000000_add_column_users_full_name
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d8417bce
-- after:  users@fae0f5f3

-- covet:forward
-- covet:step 1 ADD_COLUMN users.full_name (test/cases/column-add-generated/after.covet:8)
ALTER TABLE `users` ADD COLUMN `full_name` text GENERATED ALWAYS AS (concat(first, ' ', last)) STORED;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.full_name
ALTER TABLE `users` DROP COLUMN `full_name`;
