-- covet migration 20260102000000_alter_column_users_id
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@84c155ef
-- after:  users@b701f57e

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.id (test/cases/column-identity-drop/after.covet:2)
ALTER TABLE `users` MODIFY COLUMN `id` bigint NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.id
-- covet:guard loses users.id: SELECT 1 FROM `users` WHERE `id` = 0
ALTER TABLE `users` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT;
