-- covet migration 20260102000000_alter_column_users_score
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@6d1402ff
-- after:  users@6d1402ff

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.score (test/cases/column-default-raw/after.covet:3)
ALTER TABLE `users` MODIFY COLUMN `score` int NOT NULL DEFAULT ((2 + 3) * 4);

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.score
ALTER TABLE `users` MODIFY COLUMN `score` int NOT NULL DEFAULT 1;
