-- covet migration 20260102000000_alter_domain_price
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: price@7512df82
-- after:  price@115151d4

-- covet:forward
-- covet:step 1 ALTER_DOMAIN price (test/cases/domain-comment/after.covet:2)
COMMENT ON DOMAIN "price" IS 'A price in cents.';
COMMENT ON CONSTRAINT "price_positive" ON DOMAIN "price" IS 'Nothing is free.';

-- covet:backward
-- covet:step 1 ALTER_DOMAIN price
COMMENT ON DOMAIN "price" IS 'A price.';
COMMENT ON CONSTRAINT "price_positive" ON DOMAIN "price" IS NULL;
