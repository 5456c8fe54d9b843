-- covet migration 20260102000000_alter_items
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_items
-- before: items@0c464856
-- after:  items@0c464856

-- covet:forward
-- covet:step 1 REBUILD_TABLE items
--   DROP_CHECK items.<check>
--   ADD_CHECK items.<check>
-- covet:guard fails items.<check>: SELECT 1 FROM "items" WHERE NOT ("costs" > 1)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_items" (
  "id" integer PRIMARY KEY,
  "costs" integer NOT NULL,
  CHECK ("costs" > 1)
);
INSERT INTO "_covet_new_items" ("id", "costs")
SELECT "id", "costs" FROM "items";
DROP TABLE "items";
ALTER TABLE "_covet_new_items" RENAME TO "items";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE items
--   DROP_CHECK items.<check>
--   ADD_CHECK items.<check>
-- covet:guard fails items.<check>: SELECT 1 FROM "items" WHERE NOT ("costs" > 0)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_items" (
  "id" integer PRIMARY KEY,
  "costs" integer NOT NULL,
  CHECK ("costs" > 0)
);
INSERT INTO "_covet_new_items" ("id", "costs")
SELECT "id", "costs" FROM "items";
DROP TABLE "items";
ALTER TABLE "_covet_new_items" RENAME TO "items";
PRAGMA legacy_alter_table = OFF;
