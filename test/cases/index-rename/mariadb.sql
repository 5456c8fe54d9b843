-- covet migration 20260102000000_rename_index_users_ix1
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@7f613aac
-- after:  users@264bd647

-- covet:forward
-- covet:step 1 RENAME_INDEX users.ix1 (test/cases/index-rename/after.covet:5)
ALTER TABLE `users` RENAME INDEX `ix1` TO `users_name`;

-- covet:backward
-- covet:step 1 RENAME_INDEX users.users_name
ALTER TABLE `users` RENAME INDEX `users_name` TO `ix1`;
