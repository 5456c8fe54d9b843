-- covet migration 20260102000000_create_table_orders
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- before: orders@-
-- after:  orders@9698cdc8

-- covet:forward
-- covet:step 1 CREATE_TABLE orders (test/cases/table-unmanaged/after.covet:4)
CREATE TABLE "orders" (
  "id" integer PRIMARY KEY,
  "legacy_id" integer,
  FOREIGN KEY ("legacy_id") REFERENCES "legacy" ("id")
);

-- covet:backward
-- covet:step 1 DROP_TABLE orders
-- covet:guard loses orders: SELECT 1 FROM "orders"
DROP TABLE "orders";
