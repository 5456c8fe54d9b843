-- covet migration 20260102000000_alter_index_users_users_lower
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@1c50174e
-- after:  users@9db79980

-- covet:forward
-- covet:step 1 ALTER_INDEX users.users_lower (test/cases/index-expression/after.covet:6)
ALTER TABLE `users` DROP INDEX `users_lower`, ADD INDEX `users_lower` ((upper(name)), (amount * 2) DESC);

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_lower
ALTER TABLE `users` DROP INDEX `users_lower`, ADD INDEX `users_lower` ((lower(`name`)));
