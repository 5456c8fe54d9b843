-- covet migration 20260102000000_alter_column_boxes_area
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_boxes
-- before: boxes@77ec33d6
-- after:  boxes@50194319

-- covet:forward
-- covet:step 1 ALTER_COLUMN boxes.area (test/cases/column-generated-to-plain/after.covet:4)
ALTER TABLE `boxes` MODIFY COLUMN `area` int;

-- covet:backward
-- covet:step 1 ALTER_COLUMN boxes.area
-- covet:guard loses boxes.area: SELECT 1 FROM `boxes` WHERE NOT (`area` <=> (`width` * 2))
ALTER TABLE `boxes` MODIFY COLUMN `area` int GENERATED ALWAYS AS (`width` * 2) STORED;
