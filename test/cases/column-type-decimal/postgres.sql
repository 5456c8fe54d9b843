-- covet migration 20260102000000_alter_column_prices_amount
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_prices
-- before: prices@def0b821
-- after:  prices@20f80ceb

-- covet:forward
-- covet:step 1 ALTER_COLUMN prices.amount (test/cases/column-type-decimal/after.covet:3)
ALTER TABLE "prices" ALTER COLUMN "amount" TYPE numeric(12,4);

-- covet:backward
-- covet:step 1 ALTER_COLUMN prices.amount
-- covet:guard fails prices.amount: SELECT 1 FROM "prices" WHERE abs(round("amount"::numeric, 2)) >= 1e6
-- covet:guard loses prices.amount: SELECT 1 FROM "prices" WHERE "amount"::numeric <> round("amount"::numeric, 2)
ALTER TABLE "prices" ALTER COLUMN "amount" TYPE numeric(8,2);
