-- covet migration 20260102000000_alter_column_boxes_area
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_boxes
-- before: boxes@14df8d02
-- after:  boxes@14df8d02

-- covet:forward
-- covet:step 1 REBUILD_TABLE boxes (test/cases/column-generated-change-used/after.covet:4)
--   ALTER_COLUMN boxes.area
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_boxes" (
  "id" integer PRIMARY KEY,
  "width" integer NOT NULL,
  "area" integer GENERATED ALWAYS AS (width * 3) STORED,
  CONSTRAINT "boxes_area" UNIQUE ("area"),
  CONSTRAINT "boxes_large" CHECK (area > width)
);
INSERT INTO "_covet_new_boxes" ("id", "width")
SELECT "id", "width" FROM "boxes";
DROP TABLE "boxes";
ALTER TABLE "_covet_new_boxes" RENAME TO "boxes";
CREATE INDEX "boxes_wide" ON "boxes" ("width") WHERE area > 10;
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE boxes
--   ALTER_COLUMN boxes.area
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_boxes" (
  "id" integer PRIMARY KEY,
  "width" integer NOT NULL,
  "area" integer GENERATED ALWAYS AS (width * 2) STORED,
  CONSTRAINT "boxes_area" UNIQUE ("area"),
  CONSTRAINT "boxes_large" CHECK (area > width)
);
INSERT INTO "_covet_new_boxes" ("id", "width")
SELECT "id", "width" FROM "boxes";
DROP TABLE "boxes";
ALTER TABLE "_covet_new_boxes" RENAME TO "boxes";
CREATE INDEX "boxes_wide" ON "boxes" ("width") WHERE area > 10;
PRAGMA legacy_alter_table = OFF;
