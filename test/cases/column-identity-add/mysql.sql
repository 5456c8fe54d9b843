-- covet migration 20260102000000_alter_column_users_id
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@b701f57e
-- after:  users@84c155ef

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.id (test/cases/column-identity-add/after.covet:2)
-- covet:guard loses users.id: SELECT 1 FROM `users` WHERE `id` = 0
ALTER TABLE `users` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.id
ALTER TABLE `users` MODIFY COLUMN `id` bigint NOT NULL;
