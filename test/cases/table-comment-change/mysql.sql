-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@93d43a82
-- after:  users@281e43db

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.id (test/cases/table-comment-change/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `id` int NOT NULL;

-- covet:step 2 ALTER_TABLE users (test/cases/table-comment-change/after.covet:2)
ALTER TABLE `users` COMMENT = 'After.';

-- covet:backward
-- covet:step 1 ALTER_TABLE users
ALTER TABLE `users` COMMENT = 'Before.';

-- covet:step 2 ALTER_COLUMN users.id
ALTER TABLE `users` MODIFY COLUMN `id` int NOT NULL COMMENT 'The number.';
