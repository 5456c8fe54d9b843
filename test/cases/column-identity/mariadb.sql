-- covet migration 20260102000000_create_table_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- before: users@-
-- after:  users@84c155ef

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/column-identity/after.covet:1)
CREATE TABLE `users` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `name` text NOT NULL,
  PRIMARY KEY (`id`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM `users`
DROP TABLE `users`;
