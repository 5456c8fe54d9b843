-- covet migration 20260102000000_create_table_logins
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: logins@-
-- after:  logins@6c7469a5

-- covet:forward
-- covet:step 1 CREATE_TABLE logins (test/cases/foreign-key-to-unique-index/after.covet:7)
CREATE TABLE `logins` (
  `email` varchar(100) NOT NULL,
  CONSTRAINT `logins_email_fkey` FOREIGN KEY (`email`) REFERENCES `users` (`email`),
  INDEX `logins_email_idx` (`email`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE logins
-- covet:guard loses logins: SELECT 1 FROM `logins`
DROP TABLE `logins`;
