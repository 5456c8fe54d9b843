-- covet migration 20260102000000_alter_table_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@3c73608d

-- covet:forward
-- covet:step 1 ALTER_TABLE users (test/cases/table-comment/after.covet:2)
ALTER TABLE `users` COMMENT = 'People who can sign in; it''s "quoted", \\backslashed.';

-- covet:backward
-- covet:step 1 ALTER_TABLE users
ALTER TABLE `users` COMMENT = '';
