-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@47818e5c
-- after:  users@206012b5

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.id (test/cases/column-comment/after.covet:2)
ALTER TABLE `users` MODIFY COLUMN `id` int NOT NULL COMMENT 'Number; it''s ''quoted''.';

-- covet:step 2 ALTER_COLUMN users.name (test/cases/column-comment/after.covet:4)
ALTER TABLE `users` MODIFY COLUMN `name` text NOT NULL COMMENT 'As printed on invoices.';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.name
ALTER TABLE `users` MODIFY COLUMN `name` text NOT NULL;

-- covet:step 2 ALTER_COLUMN users.id
ALTER TABLE `users` MODIFY COLUMN `id` int NOT NULL;
