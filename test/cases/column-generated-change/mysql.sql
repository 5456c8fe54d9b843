-- covet migration 20260102000000_alter_column_boxes_area
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_boxes
-- before: boxes@77ec33d6
-- after:  boxes@77ec33d6

-- covet:forward
-- covet:step 1 ALTER_COLUMN boxes.area (test/cases/column-generated-change/after.covet:4)
ALTER TABLE `boxes` MODIFY COLUMN `area` int GENERATED ALWAYS AS (width * 3) STORED;

-- covet:backward
-- covet:step 1 ALTER_COLUMN boxes.area
ALTER TABLE `boxes` MODIFY COLUMN `area` int GENERATED ALWAYS AS (`width` * 2) STORED;
