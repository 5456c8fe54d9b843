-- covet migration 20260102000000_create_table_table
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- before: table@-
-- after:  table@d2f2caa4

-- covet:forward
-- covet:step 1 CREATE_TABLE table (test/cases/table-names-keywords/after.covet:1)
CREATE TABLE `table` (
  `index` int NOT NULL,
  `unique` text NOT NULL,
  `check` text,
  `primary` tinyint(1) NOT NULL DEFAULT 1,
  `foreign` int,
  `group` varchar(10) NOT NULL DEFAULT 'order',
  PRIMARY KEY (`index`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE table
-- covet:guard loses table: SELECT 1 FROM `table`
DROP TABLE `table`;
