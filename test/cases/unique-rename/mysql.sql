-- covet migration 20260102000000_rename_index_users_uq_email
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@04b04de9
-- after:  users@ee1fdf49

-- covet:forward
-- covet:step 1 RENAME_INDEX users.uq_email (test/cases/unique-rename/after.covet:3)
ALTER TABLE `users` RENAME INDEX `uq_email` TO `users_email`;

-- covet:backward
-- covet:step 1 RENAME_INDEX users.users_email
ALTER TABLE `users` RENAME INDEX `users_email` TO `uq_email`;
