-- covet migration 20260102000000_alter_column_people_name
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_people
-- before: people@f4ecd8e6
-- after:  people@b6d7025b

-- covet:forward
-- covet:step 1 ALTER_COLUMN people.name (test/cases/column-using-backfill/after.covet:4)
-- covet:guard fails people.name: SELECT 1 FROM `people` WHERE `name` IS NULL AND (coalesce(nickname, 'unknown')) IS NULL
UPDATE `people` SET `name` = COALESCE(`name`, (coalesce(nickname, 'unknown'))) WHERE `name` IS NULL;
ALTER TABLE `people` MODIFY COLUMN `name` varchar(40) NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN people.name
ALTER TABLE `people` MODIFY COLUMN `name` varchar(40);
