-- covet migration 20260102000000_alter_column_counters_total
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_counters
-- before: counters@c287812d
-- after:  counters@9aa88203

-- covet:forward
-- covet:step 1 ALTER_COLUMN counters.total (test/cases/column-type-widen/after.covet:3)
ALTER TABLE `counters` MODIFY COLUMN `total` bigint NOT NULL DEFAULT 0;

-- covet:backward
-- covet:step 1 ALTER_COLUMN counters.total
-- covet:guard fails counters.total: SELECT 1 FROM `counters` WHERE `total` < -2147483648 OR `total` > 2147483647
ALTER TABLE `counters` MODIFY COLUMN `total` int NOT NULL DEFAULT 0;
