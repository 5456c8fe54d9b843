-- covet migration 20260102000000_alter_people
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: people@cf5c410e
-- after:  people@a0a6c41f

-- covet:forward
-- covet:step 1 ALTER_COLUMN people.mood (test/cases/column-type-key-included/after.covet:6)
ALTER TABLE `people` MODIFY COLUMN `mood` enum('angry','calm') NOT NULL;

-- covet:step 2 ALTER_COLUMN people.name (test/cases/column-type-key-included/after.covet:5)
ALTER TABLE `people` MODIFY COLUMN `name` varchar(30) NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN people.name
-- covet:guard fails people.name: SELECT 1 FROM `people` WHERE CHAR_LENGTH(`name`) > 20
ALTER TABLE `people` MODIFY COLUMN `name` varchar(20) NOT NULL;

-- covet:step 2 ALTER_COLUMN people.mood
ALTER TABLE `people` MODIFY COLUMN `mood` enum('calm','angry') NOT NULL;
