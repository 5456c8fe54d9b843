-- covet migration 20260102000000_alter_column_prices_amount
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_prices
-- before: prices@0ca52654
-- after:  prices@d05923cc

-- covet:forward
-- covet:step 1 ALTER_COLUMN prices.amount (test/cases/column-type-decimal/after.covet:3)
ALTER TABLE `prices` MODIFY COLUMN `amount` decimal(12,4) NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN prices.amount
-- covet:guard fails prices.amount: SELECT 1 FROM `prices` WHERE ABS(ROUND(`amount`, 2)) >= 1000000
-- covet:guard loses prices.amount: SELECT 1 FROM `prices` WHERE `amount` <> ROUND(`amount`, 2)
ALTER TABLE `prices` MODIFY COLUMN `amount` decimal(8,2) NOT NULL;
