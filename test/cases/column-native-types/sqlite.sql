-- covet migration 20260102000000_alter_places
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_places
-- before: places@b50eca67
-- after:  places@1174dbdb

-- covet:forward
-- covet:step 1 REBUILD_TABLE places (test/cases/column-native-types/after.covet:10)
--   ADD_COLUMN places.address
--   ADD_COLUMN places.span
--   ADD_COLUMN places.anything
-- covet:guard fails places.anything: SELECT 1 FROM "places"
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_places" (
  "id" integer PRIMARY KEY,
  "address" blob,
  "span" weird type(1, 2),
  "anything" NOT NULL
);
INSERT INTO "_covet_new_places" ("id")
SELECT "id" FROM "places";
DROP TABLE "places";
ALTER TABLE "_covet_new_places" RENAME TO "places";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 DROP_COLUMN places.anything
-- covet:guard loses places.anything: SELECT 1 FROM "places" WHERE "anything" IS NOT NULL
ALTER TABLE "places" DROP COLUMN "anything";

-- covet:step 2 DROP_COLUMN places.span
-- covet:guard loses places.span: SELECT 1 FROM "places" WHERE "span" IS NOT NULL
ALTER TABLE "places" DROP COLUMN "span";

-- covet:step 3 DROP_COLUMN places.address
-- covet:guard loses places.address: SELECT 1 FROM "places" WHERE "address" IS NOT NULL
ALTER TABLE "places" DROP COLUMN "address";
