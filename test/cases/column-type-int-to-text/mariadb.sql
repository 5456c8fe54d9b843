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
-- covet:guard fails readings.value: SELECT 1 FROM `readings` WHERE `value` NOT REGEXP '^[[:space:]]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[[:space:]]*$'
-- covet:guard fails readings.value: SELECT 1 FROM `readings` WHERE ROUND(CAST(`value` AS DECIMAL(65, 30))) < -2147483648 OR ROUND(CAST(`value` AS DECIMAL(65, 30))) > 2147483647
-- covet:guard loses readings.value: SELECT 1 FROM `readings` WHERE `value` REGEXP '[eE]' OR CAST(`value` AS DECIMAL(65, 30)) <> ROUND(CAST(`value` AS DECIMAL(65, 30)))
ALTER TABLE `readings` MODIFY COLUMN `value` int NOT NULL DEFAULT 5;
