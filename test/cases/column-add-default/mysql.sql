-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@fa962348

-- covet:forward
-- covet:step 1 ADD_COLUMN users.nickname (test/cases/column-add-default/after.covet:3)
ALTER TABLE `users` ADD COLUMN `nickname` text NOT NULL DEFAULT ('anon');

-- covet:step 2 ADD_COLUMN users.points (test/cases/column-add-default/after.covet:4)
ALTER TABLE `users` ADD COLUMN `points` int NOT NULL DEFAULT 0;

-- covet:step 3 ADD_COLUMN users.ratio (test/cases/column-add-default/after.covet:5)
ALTER TABLE `users` ADD COLUMN `ratio` decimal(5,2) DEFAULT -1.50;

-- covet:step 4 ADD_COLUMN users.active (test/cases/column-add-default/after.covet:6)
ALTER TABLE `users` ADD COLUMN `active` tinyint(1) NOT NULL DEFAULT 1;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.active
-- covet:guard loses users.active: SELECT 1 FROM `users` WHERE NOT (`active` <=> 1)
ALTER TABLE `users` DROP COLUMN `active`;

-- covet:step 2 DROP_COLUMN users.ratio
-- covet:guard loses users.ratio: SELECT 1 FROM `users` WHERE NOT (`ratio` <=> -1.50)
ALTER TABLE `users` DROP COLUMN `ratio`;

-- covet:step 3 DROP_COLUMN users.points
-- covet:guard loses users.points: SELECT 1 FROM `users` WHERE NOT (`points` <=> 0)
ALTER TABLE `users` DROP COLUMN `points`;

-- covet:step 4 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM `users` WHERE NOT (`nickname` <=> 'anon')
ALTER TABLE `users` DROP COLUMN `nickname`;
