-- covet migration 20260102000000_rename_enum_value_users_role_superuser
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@35be93c8
-- after:  users@be15f62f

-- covet:forward
-- covet:step 1 RENAME_ENUM_VALUE users.role.superuser (test/cases/enum-rename-value/after.covet:4)
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','superuser','admin') NOT NULL DEFAULT 'superuser';
UPDATE `users` SET `role` = CASE `role` WHEN 'superuser' THEN 'admin' ELSE `role` END WHERE `role` IN ('superuser');
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','admin') NOT NULL DEFAULT 'admin';

-- covet:backward
-- covet:step 1 RENAME_ENUM_VALUE users.role.admin
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','admin','superuser') NOT NULL DEFAULT 'admin';
UPDATE `users` SET `role` = CASE `role` WHEN 'admin' THEN 'superuser' ELSE `role` END WHERE `role` IN ('admin');
ALTER TABLE `users` MODIFY COLUMN `role` enum('guest','superuser') NOT NULL DEFAULT 'superuser';
