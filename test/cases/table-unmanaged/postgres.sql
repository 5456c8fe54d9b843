-- covet migration 20260102000000_create_table_orders
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: orders@-
-- after:  orders@50aa9f12

-- covet:forward
-- covet:step 1 CREATE_TABLE orders (test/cases/table-unmanaged/after.covet:4)
CREATE TABLE "orders" (
  "id" integer NOT NULL,
  "legacy_id" integer,
  CONSTRAINT "orders_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "orders_legacy_id_fkey" FOREIGN KEY ("legacy_id") REFERENCES "legacy" ("id")
);

-- covet:backward
-- covet:step 1 DROP_TABLE orders
-- covet:guard loses orders: SELECT 1 FROM "orders"
DROP TABLE "orders";
