-- covet migration 20260102000000_alter_prices
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_prices
-- before: prices@2ba64db9
-- after:  prices@b22772d3

-- covet:forward
-- covet:step 1 ALTER_COLUMN prices.c (test/cases/column-type-checked/after.covet:3)
ALTER TABLE `prices` MODIFY COLUMN `c` varchar(3) NOT NULL;

-- covet:step 2 ALTER_COLUMN prices.kind (test/cases/column-type-checked/after.covet:4)
ALTER TABLE `prices` MODIFY COLUMN `kind` text;

-- covet:backward
-- covet:step 1 ALTER_COLUMN prices.kind
-- covet:guard fails prices.kind: SELECT 1 FROM `prices` WHERE CHAR_LENGTH(`kind`) > 40
ALTER TABLE `prices` MODIFY COLUMN `kind` varchar(40);

-- covet:step 2 ALTER_COLUMN prices.c
-- covet:guard loses prices.c: SELECT 1 FROM `prices` WHERE `c` LIKE '% '
ALTER TABLE `prices` MODIFY COLUMN `c` char(3) NOT NULL;
