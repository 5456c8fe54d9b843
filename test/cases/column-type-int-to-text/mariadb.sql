-- covet migration 20260102000000_alter_column_readings_value
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_readings
-- before: readings@65245625
-- after:  readings@6d0f323a

-- covet:forward
-- covet:step 1 ALTER_COLUMN readings.value (test/cases/column-type-int-to-text/after.covet:3)
ALTER TABLE `readings` MODIFY COLUMN `value` varchar(100) NOT NULL DEFAULT 'five';

-- covet:backward
-- covet:step 1 ALTER_COLUMN readings.value
-- covet:guard fails readings.value: SELECT 1 FROM `readings` WHERE `value` NOT REGEXP '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$'
-- covet:guard fails readings.value: SELECT 1 FROM `readings` WHERE CAST(`value` AS DECIMAL(65, 0)) < -2147483648 OR CAST(`value` AS DECIMAL(65, 0)) > 2147483647
ALTER TABLE `readings` MODIFY COLUMN `value` int NOT NULL DEFAULT 5;
