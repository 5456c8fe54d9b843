-- covet migration 20260102000000_alter_column_readings_value
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_readings
-- before: readings@b1006717
-- after:  readings@cc1512f3

-- covet:forward
-- covet:step 1 ALTER_COLUMN readings.value (test/cases/column-type-text-to-int/after.covet:3)
-- covet:guard fails readings.value: SELECT 1 FROM `readings` WHERE `value` NOT REGEXP '^[[:space:]]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[[:space:]]*$'
-- covet:guard fails readings.value: SELECT 1 FROM `readings` WHERE ROUND(CAST(`value` AS DECIMAL(65, 30))) < -2147483648 OR ROUND(CAST(`value` AS DECIMAL(65, 30))) > 2147483647
-- covet:guard loses readings.value: SELECT 1 FROM `readings` WHERE `value` REGEXP '[eE]' OR CAST(`value` AS DECIMAL(65, 30)) <> ROUND(CAST(`value` AS DECIMAL(65, 30)))
ALTER TABLE `readings` MODIFY COLUMN `value` int NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN readings.value
ALTER TABLE `readings` MODIFY COLUMN `value` text NOT NULL;
