-- covet migration 20260102000000_alter_payments
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_payments
-- before: payments@7f833070
-- after:  payments@97bfe475

-- covet:forward
-- covet:step 1 ALTER_COLUMN payments.amount (test/cases/column-using-type/after.covet:3)
-- covet:guard fails payments.amount: SELECT 1 FROM "payments" WHERE (cast(replace(amount, ',', '') as int)) IS NULL
ALTER TABLE "payments" DROP CONSTRAINT "payments_amount_check";
ALTER TABLE "payments" ALTER COLUMN "amount" DROP DEFAULT, ALTER COLUMN "amount" TYPE integer USING (cast(replace(amount, ',', '') as int)), ALTER COLUMN "amount" SET DEFAULT 0;

-- covet:step 2 ALTER_CHECK payments.payments_amount_check (test/cases/column-using-type/after.covet:3)
ALTER TABLE "payments" ADD CONSTRAINT "payments_amount_check" CHECK (amount >= 0);

-- covet:backward
-- covet:step 1 ALTER_CHECK payments.payments_amount_check
ALTER TABLE "payments" DROP CONSTRAINT "payments_amount_check";

-- covet:step 2 ALTER_COLUMN payments.amount
-- covet:guard fails payments.amount: SELECT 1 FROM "payments" WHERE length("amount"::text) > 20
ALTER TABLE "payments" ALTER COLUMN "amount" DROP DEFAULT, ALTER COLUMN "amount" TYPE character varying(20), ALTER COLUMN "amount" SET DEFAULT '0'::character varying;
ALTER TABLE "payments" ADD CONSTRAINT "payments_amount_check" CHECK (((amount)::text <> ''::text));
