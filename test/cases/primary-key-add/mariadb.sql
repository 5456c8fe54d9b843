-- covet migration 20260102000000_alter_tags
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_tags
-- before: tags@8a79c4a2
-- after:  tags@eb49748a

-- covet:forward
-- covet:step 1 ALTER_COLUMN tags.name (test/cases/primary-key-add/after.covet:2)
-- covet:guard fails tags.name: SELECT 1 FROM `tags` WHERE CHAR_LENGTH(`name`) > 100
ALTER TABLE `tags` MODIFY COLUMN `name` varchar(100) NOT NULL;

-- covet:step 2 ADD_PRIMARY_KEY tags.<primary key name> (test/cases/primary-key-add/after.covet:2)
-- covet:guard fails tags.<primary key name>: SELECT 1 FROM `tags` WHERE `name` IS NOT NULL GROUP BY `name` HAVING COUNT(*) > 1
ALTER TABLE `tags` ADD PRIMARY KEY (`name`);

-- covet:backward
-- covet:step 1 DROP_PRIMARY_KEY tags.<primary key name>
ALTER TABLE `tags` DROP PRIMARY KEY;

-- covet:step 2 ALTER_COLUMN tags.name
ALTER TABLE `tags` MODIFY COLUMN `name` text NOT NULL;
