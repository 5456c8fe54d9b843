-- covet migration 20260102000000_rename_constraint_users_age_positive
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@0a680c34
-- after:  users@1789c3a3

-- covet:forward
-- covet:step 1 RENAME_CONSTRAINT users.age_positive (test/cases/check-rename/after.covet:3)
ALTER TABLE `users` DROP CONSTRAINT `age_positive`, ADD CONSTRAINT `users_age_positive` CHECK (`age` > 0);

-- covet:backward
-- covet:step 1 RENAME_CONSTRAINT users.users_age_positive
ALTER TABLE `users` DROP CONSTRAINT `users_age_positive`, ADD CONSTRAINT `age_positive` CHECK (`age` > 0);
