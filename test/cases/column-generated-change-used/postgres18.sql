-- covet migration 20260102000000_alter_column_boxes_area
-- format: 1 · app: default · dialect: postgres · planned on: 18.4 · transaction: all
-- depends: 20260101000000_create_table_boxes
-- before: boxes@4ed771c5
-- after:  boxes@4ed771c5

-- covet:forward
-- covet:step 1 ALTER_COLUMN boxes.area (test/cases/column-generated-change-used/after.covet:4)
ALTER TABLE "boxes" ALTER COLUMN "area" SET EXPRESSION AS (width * 3);

-- covet:backward
-- covet:step 1 ALTER_COLUMN boxes.area
ALTER TABLE "boxes" ALTER COLUMN "area" SET EXPRESSION AS ((width * 2));
