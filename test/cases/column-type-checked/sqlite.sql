-- covet migration 20260102000000_alter_prices
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_prices
-- before: prices@ac1c9973
-- after:  prices@55680505

-- covet:forward
-- covet:step 1 REBUILD_TABLE prices (test/cases/column-type-checked/after.covet:3)
--   ALTER_COLUMN prices.c
--   ALTER_COLUMN prices.kind
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_prices" (
  "id" integer PRIMARY KEY,
  "c" varchar(3) NOT NULL,
  "kind" text,
  "amount" integer NOT NULL,
  CONSTRAINT "prices_c" CHECK (c in ('EUR', 'USD') and c like '___'),
  CONSTRAINT "prices_kind" CHECK (kind in ('net', 'gross'))
);
INSERT INTO "_covet_new_prices" ("id", "c", "kind", "amount")
SELECT "id", "c", "kind", "amount" FROM "prices";
DROP TABLE "prices";
ALTER TABLE "_covet_new_prices" RENAME TO "prices";
CREATE INDEX "prices_euro" ON "prices" ("amount") WHERE c = 'EUR';
CREATE INDEX "prices_upper" ON "prices" (upper(kind));
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE prices
--   ALTER_COLUMN prices.kind
--   ALTER_COLUMN prices.c
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_prices" (
  "id" integer PRIMARY KEY,
  "c" char(3) NOT NULL,
  "kind" varchar(40),
  "amount" integer NOT NULL,
  CONSTRAINT "prices_c" CHECK (c in ('EUR', 'USD') and c like '___'),
  CONSTRAINT "prices_kind" CHECK (kind in ('net', 'gross'))
);
INSERT INTO "_covet_new_prices" ("id", "c", "kind", "amount")
SELECT "id", "c", "kind", "amount" FROM "prices";
DROP TABLE "prices";
ALTER TABLE "_covet_new_prices" RENAME TO "prices";
CREATE INDEX "prices_euro" ON "prices" ("amount") WHERE c = 'EUR';
CREATE INDEX "prices_upper" ON "prices" (upper(kind));
PRAGMA legacy_alter_table = OFF;
