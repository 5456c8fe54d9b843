-- covet migration 20260102000000_drop_foreign_key_b_b_a_and_7_more
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: a@2baf18cc, b@fb559f6b, c@-
-- after:  a@-, b@dffa9c3c, c@de267e80

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY b.b_a
ALTER TABLE `b` DROP FOREIGN KEY `b_a`;

-- covet:step 2 DROP_INDEX b.b_a_id_idx
ALTER TABLE `b` DROP INDEX `b_a_id_idx`;

-- covet:step 3 DROP_TABLE a
-- covet:guard loses a: SELECT 1 FROM `a`
DROP TABLE `a`;

-- covet:step 4 DROP_COLUMN b.a_id
-- covet:guard loses b.a_id: SELECT 1 FROM `b`
ALTER TABLE `b` DROP COLUMN `a_id`;

-- covet:step 5 CREATE_TABLE c (test/cases/many-tables/after.covet:5)
CREATE TABLE `c` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- covet:step 6 ADD_COLUMN b.c_id (test/cases/many-tables/after.covet:3)
ALTER TABLE `b` ADD COLUMN `c_id` int;

-- covet:step 7 ADD_INDEX b.b_c_id_idx
ALTER TABLE `b` ADD INDEX `b_c_id_idx` (`c_id`);

-- covet:step 8 ADD_FOREIGN_KEY b.b_c (test/cases/many-tables/after.covet:3)
ALTER TABLE `b` ADD CONSTRAINT `b_c` FOREIGN KEY (`c_id`) REFERENCES `c` (`id`);

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY b.b_c
ALTER TABLE `b` DROP FOREIGN KEY `b_c`;

-- covet:step 2 DROP_INDEX b.b_c_id_idx
ALTER TABLE `b` DROP INDEX `b_c_id_idx`;

-- covet:step 3 DROP_COLUMN b.c_id
-- covet:guard loses b.c_id: SELECT 1 FROM `b` WHERE `c_id` IS NOT NULL
ALTER TABLE `b` DROP COLUMN `c_id`;

-- covet:step 4 DROP_TABLE c
-- covet:guard loses c: SELECT 1 FROM `c`
DROP TABLE `c`;

-- covet:step 5 ADD_COLUMN b.a_id
-- covet:guard fails b.a_id: SELECT 1 FROM `b`
ALTER TABLE `b` ADD COLUMN `a_id` int NOT NULL;

-- covet:step 6 CREATE_TABLE a
CREATE TABLE `a` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- covet:step 7 ADD_INDEX b.b_a_id_idx
ALTER TABLE `b` ADD INDEX `b_a_id_idx` (`a_id`);

-- covet:step 8 ADD_FOREIGN_KEY b.b_a
ALTER TABLE `b` ADD CONSTRAINT `b_a` FOREIGN KEY (`a_id`) REFERENCES `a` (`id`);
