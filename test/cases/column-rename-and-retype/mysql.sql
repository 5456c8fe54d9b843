-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@7e44d91f
-- after:  users@b431fd07

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.age (test/cases/column-rename-and-retype/after.covet:3)
ALTER TABLE `users` RENAME COLUMN `age` TO `years`;

-- covet:step 2 ALTER_COLUMN users.years (test/cases/column-rename-and-retype/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `years` bigint;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.years
-- covet:guard fails users.years: SELECT 1 FROM `users` WHERE `years` < -32768 OR `years` > 32767
ALTER TABLE `users` MODIFY COLUMN `years` smallint;

-- covet:step 2 RENAME_COLUMN users.years
ALTER TABLE `users` RENAME COLUMN `years` TO `age`;
