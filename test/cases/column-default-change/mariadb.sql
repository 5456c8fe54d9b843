-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d088dd8f
-- after:  users@d088dd8f

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.role (test/cases/column-default-change/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `role` varchar(20) NOT NULL DEFAULT 'member';

-- covet:step 2 ALTER_COLUMN users.seen (test/cases/column-default-change/after.covet:4)
ALTER TABLE `users` MODIFY COLUMN `seen` timestamp(6) NULL DEFAULT current_timestamp(6);

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.seen
ALTER TABLE `users` MODIFY COLUMN `seen` timestamp(6) NULL DEFAULT '2000-01-01 00:00:00.000000';

-- covet:step 2 ALTER_COLUMN users.role
ALTER TABLE `users` MODIFY COLUMN `role` varchar(20) NOT NULL DEFAULT 'guest';
