-- covet migration 20260102000000_alter_people
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_people
-- before: people@3288486d
-- after:  people@56bfa547

-- covet:forward
-- covet:step 1 DROP_INDEX people.people_city
ALTER TABLE `people` DROP INDEX `people_city`;

-- covet:step 2 DROP_INDEX people.people_email_idx
ALTER TABLE `people` DROP INDEX `people_email_idx`;

-- covet:step 3 ALTER_COLUMN people.city (test/cases/index-operator-class-default/after.covet:4)
ALTER TABLE `people` MODIFY COLUMN `city` text NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN people.city
-- covet:guard fails people.city: SELECT 1 FROM `people` WHERE CHAR_LENGTH(`city`) > 100
ALTER TABLE `people` MODIFY COLUMN `city` varchar(100) NOT NULL;

-- covet:step 2 ADD_INDEX people.people_email_idx
ALTER TABLE `people` ADD INDEX `people_email_idx` (`email`);

-- covet:step 3 ADD_INDEX people.people_city
ALTER TABLE `people` ADD INDEX `people_city` (`city`);
