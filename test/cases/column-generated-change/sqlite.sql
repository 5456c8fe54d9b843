-- covet migration 20260102000000_alter_column_boxes_area
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_boxes
-- before: boxes@044bec06
-- after:  boxes@044bec06

-- covet:forward
-- covet:step 1 REBUILD_TABLE boxes (test/cases/column-generated-change/after.covet:4)
--   ALTER_COLUMN boxes.area
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_boxes" (
  "id" integer PRIMARY KEY,
  "width" integer NOT NULL,
  "area" integer GENERATED ALWAYS AS (width * 3) STORED
);
INSERT INTO "_covet_new_boxes" ("id", "width")
SELECT "id", "width" FROM "boxes";
DROP TABLE "boxes";
ALTER TABLE "_covet_new_boxes" RENAME TO "boxes";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE boxes
--   ALTER_COLUMN boxes.area
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_boxes" (
  "id" integer PRIMARY KEY,
  "width" integer NOT NULL,
  "area" integer GENERATED ALWAYS AS (width * 2) STORED
);
INSERT INTO "_covet_new_boxes" ("id", "width")
SELECT "id", "width" FROM "boxes";
DROP TABLE "boxes";
ALTER TABLE "_covet_new_boxes" RENAME TO "boxes";
PRAGMA legacy_alter_table = OFF;
