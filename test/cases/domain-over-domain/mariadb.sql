-- covet migration 20260102000000_alter_parts
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_parts
-- before: parts@7391fcc9
-- after:  parts@a6fd849e

-- covet:forward
-- covet:step 1 ALTER_COLUMN parts.part (test/cases/domain-over-domain/after.covet:6)
-- covet:guard fails parts.part: SELECT 1 FROM `parts` WHERE ABS(ROUND(`part`, 2)) >= 1000
ALTER TABLE `parts` MODIFY COLUMN `part` decimal(5,2) NOT NULL;

-- covet:step 2 ALTER_COLUMN parts.rate (test/cases/domain-over-domain/after.covet:7)
-- covet:guard fails parts.rate: SELECT 1 FROM `parts` WHERE ABS(ROUND(`rate`, 2)) >= 1000
ALTER TABLE `parts` MODIFY COLUMN `rate` decimal(5,2);

-- covet:backward
-- covet:step 1 ALTER_COLUMN parts.rate
-- covet:guard fails parts.rate: SELECT 1 FROM `parts` WHERE ROUND(`rate`) < -2147483648 OR ROUND(`rate`) > 2147483647
-- covet:guard loses parts.rate: SELECT 1 FROM `parts` WHERE `rate` <> ROUND(`rate`)
ALTER TABLE `parts` MODIFY COLUMN `rate` int;

-- covet:step 2 ALTER_COLUMN parts.part
-- covet:guard fails parts.part: SELECT 1 FROM `parts` WHERE ROUND(`part`) < -2147483648 OR ROUND(`part`) > 2147483647
-- covet:guard loses parts.part: SELECT 1 FROM `parts` WHERE `part` <> ROUND(`part`)
ALTER TABLE `parts` MODIFY COLUMN `part` int NOT NULL;
