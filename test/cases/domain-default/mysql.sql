-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@8d124f50
-- after:  users@ade3ca15

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.rank (test/cases/domain-default/after.covet:8)
ALTER TABLE `users` MODIFY COLUMN `rank` int DEFAULT 3;

-- covet:step 2 ALTER_COLUMN users.speaks (test/cases/domain-default/after.covet:6)
ALTER TABLE `users` MODIFY COLUMN `speaks` varchar(5) NOT NULL DEFAULT 'fr';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.speaks
ALTER TABLE `users` MODIFY COLUMN `speaks` varchar(5) NOT NULL DEFAULT 'en';

-- covet:step 2 ALTER_COLUMN users.rank
ALTER TABLE `users` MODIFY COLUMN `rank` int;
