-- covet migration 20260102000000_add_check_orders_check_and_2_more
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: orders@4c66053f, refunds@62f18316
-- after:  orders@b70dc8e6, refunds@cc7e9867

-- covet:forward
-- covet:step 1 REBUILD_TABLE orders
--   ADD_CHECK orders.<check>
--   ADD_CHECK orders.<check>
-- covet:guard fails orders.<check>: SELECT 1 FROM "orders" WHERE NOT ("tip" < 10000)
-- covet:guard fails orders.<check>: SELECT 1 FROM "orders" WHERE NOT ("total" < 10000)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_orders" (
  "id" integer PRIMARY KEY,
  "total" decimal(12, 2) NOT NULL,
  "tip" decimal(12, 2),
  CHECK ("total" >= 0),
  CHECK ("tip" >= 0),
  CHECK ("tip" < 10000),
  CHECK ("total" < 10000)
);
INSERT INTO "_covet_new_orders" ("id", "total", "tip")
SELECT "id", "total", "tip" FROM "orders";
DROP TABLE "orders";
ALTER TABLE "_covet_new_orders" RENAME TO "orders";
PRAGMA legacy_alter_table = OFF;

-- covet:step 2 REBUILD_TABLE refunds
--   ADD_CHECK refunds.<check>
-- covet:guard fails refunds.<check>: SELECT 1 FROM "refunds" WHERE NOT ("paid" < 10000)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_refunds" (
  "id" integer PRIMARY KEY,
  "paid" decimal(12, 2) NOT NULL,
  CONSTRAINT "refunds_paid" CHECK (paid < 500),
  CHECK ("paid" >= 0),
  CHECK ("paid" < 10000)
);
INSERT INTO "_covet_new_refunds" ("id", "paid")
SELECT "id", "paid" FROM "refunds";
DROP TABLE "refunds";
ALTER TABLE "_covet_new_refunds" RENAME TO "refunds";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE refunds
--   DROP_CHECK refunds.<check>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_refunds" (
  "id" integer PRIMARY KEY,
  "paid" decimal(12, 2) NOT NULL,
  CONSTRAINT "refunds_paid" CHECK (paid < 500),
  CHECK ("paid" >= 0)
);
INSERT INTO "_covet_new_refunds" ("id", "paid")
SELECT "id", "paid" FROM "refunds";
DROP TABLE "refunds";
ALTER TABLE "_covet_new_refunds" RENAME TO "refunds";
PRAGMA legacy_alter_table = OFF;

-- covet:step 2 REBUILD_TABLE orders
--   DROP_CHECK orders.<check>
--   DROP_CHECK orders.<check>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_orders" (
  "id" integer PRIMARY KEY,
  "total" decimal(12, 2) NOT NULL,
  "tip" decimal(12, 2),
  CHECK ("total" >= 0),
  CHECK ("tip" >= 0)
);
INSERT INTO "_covet_new_orders" ("id", "total", "tip")
SELECT "id", "total", "tip" FROM "orders";
DROP TABLE "orders";
ALTER TABLE "_covet_new_orders" RENAME TO "orders";
PRAGMA legacy_alter_table = OFF;
