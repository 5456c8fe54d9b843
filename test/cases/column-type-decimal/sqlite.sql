-- covet migration 20260102000000_alter_column_prices_amount
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_prices
-- before: prices@890d9bd5
-- after:  prices@cdc2d3fa

-- covet:forward
-- covet:step 1 REBUILD_TABLE prices (test/cases/column-type-decimal/after.covet:3)
--   ALTER_COLUMN prices.amount
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_prices" (
  "id" integer PRIMARY KEY,
  "amount" decimal(12, 4) NOT NULL
);
INSERT INTO "_covet_new_prices" ("id", "amount")
SELECT "id", "amount" FROM "prices";
DROP TABLE "prices";
ALTER TABLE "_covet_new_prices" RENAME TO "prices";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE prices
--   ALTER_COLUMN prices.amount
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_prices" (
  "id" integer PRIMARY KEY,
  "amount" decimal(8, 2) NOT NULL
);
INSERT INTO "_covet_new_prices" ("id", "amount")
SELECT "id", "amount" FROM "prices";
DROP TABLE "prices";
ALTER TABLE "_covet_new_prices" RENAME TO "prices";
PRAGMA legacy_alter_table = OFF;
