-- covet migration 20260102000000_alter_column_readings_value
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_readings
-- before: readings@d16b0427
-- after:  readings@7a46dae2

-- covet:forward
-- covet:step 1 REBUILD_TABLE readings (test/cases/column-type-text-to-int/after.covet:3)
--   ALTER_COLUMN readings.value
-- covet:guard loses readings.value: SELECT 1 FROM "readings" WHERE typeof("value") = 'text' AND "value" IS NOT CAST(CAST("value" AS numeric) AS text)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_readings" (
  "id" integer PRIMARY KEY,
  "value" integer NOT NULL
);
INSERT INTO "_covet_new_readings" ("id", "value")
SELECT "id", "value" FROM "readings";
DROP TABLE "readings";
ALTER TABLE "_covet_new_readings" RENAME TO "readings";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE readings
--   ALTER_COLUMN readings.value
-- covet:guard loses readings.value: SELECT 1 FROM "readings" WHERE typeof("value") = 'real' AND "value" IS NOT CAST(CAST("value" AS text) AS real)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_readings" (
  "id" integer PRIMARY KEY,
  "value" text NOT NULL
);
INSERT INTO "_covet_new_readings" ("id", "value")
SELECT "id", "value" FROM "readings";
DROP TABLE "readings";
ALTER TABLE "_covet_new_readings" RENAME TO "readings";
PRAGMA legacy_alter_table = OFF;
