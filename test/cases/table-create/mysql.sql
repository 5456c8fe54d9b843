-- covet migration 20260102000000_create_table_users
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- before: users@-
-- after:  users@23fd9802

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/table-create/after.covet:1)
CREATE TABLE `users` (
  `id` int NOT NULL,
  `email` text NOT NULL,
  `age` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `users_check` CHECK (age >= 0)
);

-- covet:backward
-- covet:step 1 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM `users`
DROP TABLE `users`;
