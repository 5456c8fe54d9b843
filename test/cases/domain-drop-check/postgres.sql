-- covet migration 20260102000000_alter_domain_amount
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: amount@29ee2093
-- after:  amount@03ad72e2

-- covet:forward
-- covet:step 1 ALTER_DOMAIN amount (test/cases/domain-drop-check/after.covet:1)
ALTER DOMAIN "amount" DROP CONSTRAINT "amount_positive";

-- covet:backward
-- covet:step 1 ALTER_DOMAIN amount
-- covet:guard fails orders.total: SELECT 1 FROM "orders" WHERE NOT (("total" >= 0))
-- covet:guard fails orders.tip: SELECT 1 FROM "orders" WHERE NOT (("tip" >= 0))
ALTER DOMAIN "amount" ADD CONSTRAINT "amount_positive" CHECK ((VALUE >= 0));
