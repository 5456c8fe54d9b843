-- covet migration 20260102000000_alter_column_boxes_area
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_boxes
-- before: boxes@4ed771c5
-- after:  boxes@4ed771c5

-- covet:forward
-- covet:step 1 ALTER_COLUMN boxes.area (test/cases/column-generated-change-used/after.covet:4)
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_area";
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_large";
DROP INDEX "boxes_wide";
ALTER TABLE "boxes" DROP COLUMN "area";
ALTER TABLE "boxes" ADD COLUMN "area" integer GENERATED ALWAYS AS (width * 3) STORED;
CREATE INDEX "boxes_wide" ON "boxes" ("width") WHERE ((area > 10));
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_area" UNIQUE ("area");
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_large" CHECK ((area > width));

-- covet:backward
-- covet:step 1 ALTER_COLUMN boxes.area
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_area";
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_large";
DROP INDEX "boxes_wide";
ALTER TABLE "boxes" DROP COLUMN "area";
ALTER TABLE "boxes" ADD COLUMN "area" integer GENERATED ALWAYS AS ((width * 2)) STORED;
CREATE INDEX "boxes_wide" ON "boxes" ("width") WHERE ((area > 10));
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_area" UNIQUE ("area");
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_large" CHECK ((area > width));
