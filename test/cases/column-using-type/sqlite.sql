-- covet migration 20260102000000_alter_payments
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_payments
-- before: payments@d7a79327
-- after:  payments@18a3b61e

-- covet:forward
-- covet:step 1 REBUILD_TABLE payments (test/cases/column-using-type/after.covet:3)
--   DROP_CHECK payments.<check>
--   ALTER_COLUMN payments.amount
--   ADD_CHECK payments.<check>
-- covet:guard fails payments.amount: SELECT 1 FROM (SELECT (cast(replace(amount, ',', '') as int)) AS "amount" FROM "payments") WHERE "amount" IS NULL
-- covet:guard fails payments.<check>: SELECT 1 FROM (SELECT (cast(replace(amount, ',', '') as int)) AS "amount" FROM "payments") WHERE NOT (amount >= 0)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_payments" (
  "id" integer PRIMARY KEY,
  "amount" integer NOT NULL DEFAULT 0,
  "note" text,
  CHECK (amount >= 0)
);
INSERT INTO "_covet_new_payments" ("id", "amount", "note")
SELECT "id", (cast(replace(amount, ',', '') as int)), "note" FROM "payments";
DROP TABLE "payments";
ALTER TABLE "_covet_new_payments" RENAME TO "payments";
CREATE INDEX "payments_amount_idx" ON "payments" ("amount");
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE payments
--   DROP_CHECK payments.<check>
--   ALTER_COLUMN payments.amount
--   ADD_CHECK payments.<check>
-- covet:guard loses payments.amount: SELECT 1 FROM "payments" WHERE typeof("amount") = 'real' AND "amount" IS NOT CAST(CAST("amount" AS text) AS real)
-- covet:guard fails payments.<check>: SELECT 1 FROM "payments" WHERE NOT (amount <> '')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_payments" (
  "id" integer PRIMARY KEY,
  "amount" varchar(20) NOT NULL DEFAULT '0',
  "note" text,
  CHECK (amount <> '')
);
INSERT INTO "_covet_new_payments" ("id", "amount", "note")
SELECT "id", "amount", "note" FROM "payments";
DROP TABLE "payments";
ALTER TABLE "_covet_new_payments" RENAME TO "payments";
CREATE INDEX "payments_amount_idx" ON "payments" ("amount");
PRAGMA legacy_alter_table = OFF;
