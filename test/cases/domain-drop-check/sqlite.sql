-- covet migration 20260102000000_alter_orders
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_orders
-- before: orders@b0f43f43
-- after:  orders@c2550618

-- covet:forward
-- covet:step 1 REBUILD_TABLE orders
--   DROP_CHECK orders.<check>
--   DROP_CHECK orders.<check>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_orders" (
  "id" integer PRIMARY KEY,
  "total" integer NOT NULL,
  "tip" integer,
  CHECK ("total" < 10000),
  CHECK ("tip" < 10000)
);
INSERT INTO "_covet_new_orders" ("id", "total", "tip")
SELECT "id", "total", "tip" FROM "orders";
DROP TABLE "orders";
ALTER TABLE "_covet_new_orders" RENAME TO "orders";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE orders
--   ADD_CHECK orders.<check>
--   ADD_CHECK orders.<check>
-- covet:guard fails orders.<check>: SELECT 1 FROM "orders" WHERE NOT ("total" >= 0)
-- covet:guard fails orders.<check>: SELECT 1 FROM "orders" WHERE NOT ("tip" >= 0)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_orders" (
  "id" integer PRIMARY KEY,
  "total" integer NOT NULL,
  "tip" integer,
  CHECK ("total" < 10000),
  CHECK ("tip" < 10000),
  CHECK ("total" >= 0),
  CHECK ("tip" >= 0)
);
INSERT INTO "_covet_new_orders" ("id", "total", "tip")
SELECT "id", "total", "tip" FROM "orders";
DROP TABLE "orders";
ALTER TABLE "_covet_new_orders" RENAME TO "orders";
PRAGMA legacy_alter_table = OFF;
