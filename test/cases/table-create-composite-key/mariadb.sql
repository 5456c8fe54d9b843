-- covet migration 20260102000000_create_table_memberships
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: memberships@-
-- after:  memberships@a3cda7c1

-- covet:forward
-- covet:step 1 CREATE_TABLE memberships (test/cases/table-create-composite-key/after.covet:4)
CREATE TABLE `memberships` (
  `team` varchar(100) NOT NULL,
  `user_id` int NOT NULL,
  `since` date NOT NULL DEFAULT '2026-01-01',
  CONSTRAINT `memberships_user_id_fkey` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`),
  PRIMARY KEY (`user_id`, `team`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE memberships
-- covet:guard loses memberships: SELECT 1 FROM `memberships`
DROP TABLE `memberships`;
