-- covet migration 20260102000000_alter_domain_amount
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: amount@0151e5a6
-- after:  amount@f6e7aed0

-- covet:forward
-- covet:step 1 ALTER_DOMAIN amount (test/cases/domain-add-check/after.covet:1)
-- covet:guard fails orders.total: SELECT 1 FROM "orders" WHERE NOT ("total" < 10000)
-- covet:guard fails orders.tip: SELECT 1 FROM "orders" WHERE NOT ("tip" < 10000)
-- covet:guard fails refunds.paid: SELECT 1 FROM "refunds" WHERE NOT ("paid" < 10000)
ALTER DOMAIN "amount" ADD CONSTRAINT "amount_small" CHECK (value < 10000);

-- covet:backward
-- covet:step 1 ALTER_DOMAIN amount
ALTER DOMAIN "amount" DROP CONSTRAINT "amount_small";
