-- covet migration 20260102000000_alter_index_users_users_search
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@e1f05c47
-- after:  users@b0ef0234

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_search (test/cases/index-change/after.covet:6)
ALTER TABLE `users` DROP INDEX `users_search`, ADD INDEX `users_search` (`name`, `born` DESC);

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_search
ALTER TABLE `users` DROP INDEX `users_search`, ADD INDEX `users_search` (`name`);
