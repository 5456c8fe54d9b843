-- covet migration 20260102000000_alter_authors
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_authors
-- before: authors@1a59b500
-- after:  authors@744e4cbf

-- covet:forward
-- covet:step 1 ADD_COLUMN authors.full_name (test/cases/column-using-add/after.covet:3)
-- covet:guard fails authors.full_name: SELECT 1 FROM `authors` WHERE (concat_ws(' ', first_name, last_name)) IS NULL
ALTER TABLE `authors` ADD COLUMN `full_name` varchar(81);
UPDATE `authors` SET `full_name` = (concat_ws(' ', first_name, last_name));
ALTER TABLE `authors` MODIFY COLUMN `full_name` varchar(81) NOT NULL;

-- covet:step 2 DROP_COLUMN authors.first_name
-- covet:guard loses authors.first_name: SELECT 1 FROM `authors` WHERE `first_name` IS NOT NULL
ALTER TABLE `authors` DROP COLUMN `first_name`;

-- covet:step 3 DROP_COLUMN authors.last_name
-- covet:guard loses authors.last_name: SELECT 1 FROM `authors` WHERE `last_name` IS NOT NULL
ALTER TABLE `authors` DROP COLUMN `last_name`;

-- covet:backward
-- covet:step 1 ADD_COLUMN authors.last_name
ALTER TABLE `authors` ADD COLUMN `last_name` varchar(40);

-- covet:step 2 ADD_COLUMN authors.first_name
ALTER TABLE `authors` ADD COLUMN `first_name` varchar(40);

-- covet:step 3 DROP_COLUMN authors.full_name
-- covet:guard loses authors.full_name: SELECT 1 FROM `authors`
ALTER TABLE `authors` DROP COLUMN `full_name`;
