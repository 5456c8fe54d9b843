-- covet migration 20260102000000_drop_table_billing_invoices_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: billing.invoices@d20b476c, schema billing@35cb9bc3
-- after:  billing.invoices@-, schema billing@-

-- covet:forward
-- covet:step 1 DROP_TABLE billing.invoices
-- covet:guard loses billing.invoices: SELECT 1 FROM "billing"."invoices"
DROP TABLE "billing"."invoices";

-- covet:step 2 DROP_SCHEMA billing
DROP SCHEMA "billing";

-- covet:backward
-- covet:step 1 CREATE_SCHEMA billing
CREATE SCHEMA "billing";

-- covet:step 2 CREATE_TABLE billing.invoices
CREATE TABLE "billing"."invoices" (
  "id" integer NOT NULL,
  "user_id" integer NOT NULL,
  CONSTRAINT "invoices_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "invoices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
