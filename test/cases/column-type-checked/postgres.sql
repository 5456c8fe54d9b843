-- covet migration 20260102000000_alter_prices
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_prices
-- before: prices@5a1bc93d
-- after:  prices@fe6bdb61

-- covet:forward
-- covet:step 1 ALTER_COLUMN prices.c (test/cases/column-type-checked/after.covet:3)
ALTER TABLE "prices" DROP CONSTRAINT "prices_c";
DROP INDEX "prices_euro";
ALTER TABLE "prices" ALTER COLUMN "c" TYPE character varying(3);

-- covet:step 2 ALTER_COLUMN prices.kind (test/cases/column-type-checked/after.covet:4)
ALTER TABLE "prices" DROP CONSTRAINT "prices_kind";
DROP INDEX "prices_upper";
ALTER TABLE "prices" ALTER COLUMN "kind" TYPE text;
ALTER TABLE "prices" ADD CONSTRAINT "prices_kind" CHECK ((kind IN ('net', 'gross')));
CREATE INDEX "prices_upper" ON "prices" ((upper((kind)::text)));

-- covet:step 3 ALTER_CHECK prices.prices_c (test/cases/column-type-checked/after.covet:3)
ALTER TABLE "prices" ADD CONSTRAINT "prices_c" CHECK (c in ('EUR', 'USD') and c like '___');

-- covet:step 4 ALTER_INDEX prices.prices_euro (test/cases/column-type-checked/after.covet:7)
CREATE INDEX "prices_euro" ON "prices" ("amount") WHERE (c = 'EUR');

-- covet:backward
-- covet:step 1 ALTER_INDEX prices.prices_euro
DROP INDEX "prices_euro";

-- covet:step 2 ALTER_CHECK prices.prices_c
ALTER TABLE "prices" DROP CONSTRAINT "prices_c";

-- covet:step 3 ALTER_COLUMN prices.kind
-- covet:guard fails prices.kind: SELECT 1 FROM "prices" WHERE length("kind"::text) > 40
ALTER TABLE "prices" DROP CONSTRAINT "prices_kind";
DROP INDEX "prices_upper";
ALTER TABLE "prices" ALTER COLUMN "kind" TYPE character varying(40);
ALTER TABLE "prices" ADD CONSTRAINT "prices_kind" CHECK ((kind IN ('net', 'gross')));
CREATE INDEX "prices_upper" ON "prices" ((upper((kind)::text)));

-- covet:step 4 ALTER_COLUMN prices.c
ALTER TABLE "prices" ALTER COLUMN "c" TYPE character(3);
CREATE INDEX "prices_euro" ON "prices" ("amount") WHERE ((c = 'EUR'::bpchar));
ALTER TABLE "prices" ADD CONSTRAINT "prices_c" CHECK (((c = ANY (ARRAY['EUR'::bpchar, 'USD'::bpchar])) AND (c ~~ '___'::text)));
