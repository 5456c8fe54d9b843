-- covet migration 20260102000000_alter_parts
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_parts
-- before: parts@7e77eb4f
-- after:  parts@78d653bc

-- covet:forward
-- covet:step 1 REBUILD_TABLE parts (test/cases/domain-over-domain/after.covet:6)
--   ALTER_COLUMN parts.part
--   ALTER_COLUMN parts.rate
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_parts" (
  "id" integer PRIMARY KEY,
  "part" decimal(5, 2) NOT NULL,
  "rate" decimal(5, 2),
  CHECK ("part" <= 100),
  CHECK ("part" >= 0),
  CHECK ("rate" <= 100)
);
INSERT INTO "_covet_new_parts" ("id", "part", "rate")
SELECT "id", "part", "rate" FROM "parts";
DROP TABLE "parts";
ALTER TABLE "_covet_new_parts" RENAME TO "parts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE parts
--   ALTER_COLUMN parts.rate
--   ALTER_COLUMN parts.part
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_parts" (
  "id" integer PRIMARY KEY,
  "part" integer NOT NULL,
  "rate" integer,
  CHECK ("part" <= 100),
  CHECK ("part" >= 0),
  CHECK ("rate" <= 100)
);
INSERT INTO "_covet_new_parts" ("id", "part", "rate")
SELECT "id", "part", "rate" FROM "parts";
DROP TABLE "parts";
ALTER TABLE "_covet_new_parts" RENAME TO "parts";
PRAGMA legacy_alter_table = OFF;
