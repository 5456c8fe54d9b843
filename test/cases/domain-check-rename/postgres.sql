-- covet migration 20260102000000_alter_price
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: price@cd134c5c
-- after:  price@fe19fcee

-- covet:forward
-- covet:step 1 RENAME_DOMAIN_CHECK price.positive (test/cases/domain-check-rename/after.covet:1)
ALTER DOMAIN "price" RENAME CONSTRAINT "positive" TO "price_positive";

-- covet:step 2 ALTER_DOMAIN price (test/cases/domain-check-rename/after.covet:1)
-- covet:guard fails items.costs: SELECT 1 FROM "items" WHERE NOT ("costs" > 1)
ALTER DOMAIN "price" DROP CONSTRAINT "price_positive";
ALTER DOMAIN "price" ADD CONSTRAINT "price_positive" CHECK (value > 1);

-- covet:backward
-- covet:step 1 ALTER_DOMAIN price
-- covet:guard fails items.costs: SELECT 1 FROM "items" WHERE NOT (("costs" > 0))
ALTER DOMAIN "price" DROP CONSTRAINT "price_positive";
ALTER DOMAIN "price" ADD CONSTRAINT "price_positive" CHECK ((VALUE > 0));

-- covet:step 2 RENAME_DOMAIN_CHECK price.price_positive
ALTER DOMAIN "price" RENAME CONSTRAINT "price_positive" TO "positive";
