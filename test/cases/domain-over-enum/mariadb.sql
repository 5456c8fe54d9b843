-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@ae61e051
-- after:  users@764e44e0

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.today (test/cases/domain-over-enum/after.covet:6)
ALTER TABLE `users` MODIFY COLUMN `today` enum('happy','sad','ok','angry') NOT NULL DEFAULT 'ok';

-- covet:step 2 ALTER_COLUMN users.yesterday (test/cases/domain-over-enum/after.covet:7)
ALTER TABLE `users` MODIFY COLUMN `yesterday` enum('happy','sad','ok','angry');

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.yesterday
-- covet:guard fails users.yesterday: SELECT 1 FROM `users` WHERE `yesterday` NOT IN ('sad', 'ok', 'happy')
ALTER TABLE `users` MODIFY COLUMN `yesterday` enum('sad','ok','happy');

-- covet:step 2 ALTER_COLUMN users.today
-- covet:guard fails users.today: SELECT 1 FROM `users` WHERE `today` NOT IN ('sad', 'ok', 'happy')
ALTER TABLE `users` MODIFY COLUMN `today` enum('sad','ok','happy') NOT NULL DEFAULT 'ok';
