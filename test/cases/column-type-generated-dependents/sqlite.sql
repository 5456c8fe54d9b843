-- covet migration 20260102000000_alter_boxes
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: boxes@48af0c4b
-- after:  boxes@54d91063

-- covet:forward
-- covet:step 1 REBUILD_TABLE boxes (test/cases/column-type-generated-dependents/after.covet:11)
--   ALTER_COLUMN boxes.area
--   ALTER_COLUMN boxes.name
--   ALTER_COLUMN boxes.shade
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_boxes" (
  "id" integer PRIMARY KEY,
  "name" varchar(30) NOT NULL,
  "width" integer NOT NULL,
  "shade" varchar(60) NOT NULL,
  "shout" varchar(50) NOT NULL GENERATED ALWAYS AS (name || '!') STORED,
  "area" integer GENERATED ALWAYS AS (width * 3) STORED,
  "tone" text GENERATED ALWAYS AS (shade || name) STORED,
  UNIQUE ("shout"),
  CONSTRAINT "boxes_area" CHECK (area > width)
);
INSERT INTO "_covet_new_boxes" ("id", "name", "width", "shade")
SELECT "id", "name", "width", "shade" FROM "boxes";
DROP TABLE "boxes";
ALTER TABLE "_covet_new_boxes" RENAME TO "boxes";
CREATE INDEX "boxes_by_area" ON "boxes" ("area") WHERE tone <> 'red';
CREATE INDEX "boxes_by_width" ON "boxes" ("width");
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE boxes
--   ALTER_COLUMN boxes.shade
--   ALTER_COLUMN boxes.name
--   ALTER_COLUMN boxes.area
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_boxes" (
  "id" integer PRIMARY KEY,
  "name" varchar(20) NOT NULL,
  "width" integer NOT NULL,
  "shade" text NOT NULL,
  "shout" varchar(50) NOT NULL GENERATED ALWAYS AS (name || '!') STORED,
  "area" integer GENERATED ALWAYS AS (width * 2) STORED,
  "tone" text GENERATED ALWAYS AS (shade || name) STORED,
  UNIQUE ("shout"),
  CONSTRAINT "boxes_area" CHECK (area > width)
);
INSERT INTO "_covet_new_boxes" ("id", "name", "width", "shade")
SELECT "id", "name", "width", "shade" FROM "boxes";
DROP TABLE "boxes";
ALTER TABLE "_covet_new_boxes" RENAME TO "boxes";
CREATE INDEX "boxes_by_area" ON "boxes" ("area") WHERE tone <> 'red';
CREATE INDEX "boxes_by_width" ON "boxes" ("width");
PRAGMA legacy_alter_table = OFF;
