-- covet migration 20260102000000_alter_boxes
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: boxes@0c7227a5
-- after:  boxes@b06c14f5

-- covet:forward
-- covet:step 1 ALTER_COLUMN boxes.name (test/cases/column-type-generated-dependents/after.covet:7)
ALTER TABLE `boxes` MODIFY COLUMN `name` varchar(30) NOT NULL;

-- covet:step 2 ALTER_COLUMN boxes.shade (test/cases/column-type-generated-dependents/after.covet:9)
-- covet:guard fails boxes.shade: SELECT 1 FROM `boxes` WHERE CHAR_LENGTH(`shade`) > 60
ALTER TABLE `boxes` MODIFY COLUMN `shade` varchar(60) NOT NULL;

-- covet:step 3 ALTER_TABLE boxes (test/cases/column-type-generated-dependents/after.covet:8)
--   ALTER_COLUMN boxes.width
--   ALTER_COLUMN boxes.area
ALTER TABLE `boxes` MODIFY COLUMN `width` bigint NOT NULL, MODIFY COLUMN `area` bigint GENERATED ALWAYS AS (width * 3) STORED COMMENT 'Thrice.';

-- covet:backward
-- covet:step 1 ALTER_TABLE boxes
--   ALTER_COLUMN boxes.area
--   ALTER_COLUMN boxes.width
-- covet:guard fails boxes.width: SELECT 1 FROM `boxes` WHERE `width` < -2147483648 OR `width` > 2147483647
ALTER TABLE `boxes` MODIFY COLUMN `width` int NOT NULL, MODIFY COLUMN `area` bigint GENERATED ALWAYS AS (`width` * 2) STORED;

-- covet:step 2 ALTER_COLUMN boxes.shade
ALTER TABLE `boxes` MODIFY COLUMN `shade` text NOT NULL;

-- covet:step 3 ALTER_COLUMN boxes.name
-- covet:guard fails boxes.name: SELECT 1 FROM `boxes` WHERE CHAR_LENGTH(`name`) > 20
ALTER TABLE `boxes` MODIFY COLUMN `name` varchar(20) NOT NULL;
