-- covet migration 20260102000000_alter_index_users_users_email
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@6141cf77
-- after:  users@a30f7388

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_email (test/cases/unique-composite/after.covet:6)
-- covet:guard fails users.users_email: SELECT 1 FROM `users` WHERE `tenant` IS NOT NULL AND `email` IS NOT NULL GROUP BY `tenant`, `email` HAVING COUNT(*) > 1
ALTER TABLE `users` DROP INDEX `users_email`, ADD UNIQUE INDEX `users_email` (`tenant`, `email`);

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_email
-- covet:guard fails users.users_email: SELECT 1 FROM `users` WHERE `email` IS NOT NULL GROUP BY `email` HAVING COUNT(*) > 1
ALTER TABLE `users` DROP INDEX `users_email`, ADD UNIQUE INDEX `users_email` (`email`);
