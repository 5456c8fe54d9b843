-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@47646df9
-- after:  users@cf97d936

-- covet:forward
-- covet:step 1 ADD_COLUMN users.tomorrow (test/cases/domain-over-enum-add-value/after.covet:7)
ALTER TABLE `users` ADD COLUMN `tomorrow` enum('sad','ok','happy') NOT NULL DEFAULT 'happy';

-- covet:step 2 ALTER_COLUMN users.today (test/cases/domain-over-enum-add-value/after.covet:6)
ALTER TABLE `users` MODIFY COLUMN `today` enum('sad','ok','happy') NOT NULL DEFAULT 'happy';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.today
-- covet:guard fails users.today: SELECT 1 FROM `users` WHERE `today` NOT IN ('sad', 'ok')
ALTER TABLE `users` MODIFY COLUMN `today` enum('sad','ok') NOT NULL DEFAULT 'ok';

-- covet:step 2 DROP_COLUMN users.tomorrow
-- covet:guard loses users.tomorrow: SELECT 1 FROM `users` WHERE NOT (`tomorrow` <=> 'happy')
ALTER TABLE `users` DROP COLUMN `tomorrow`;
