-- covet migration 20260102000000_init
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: billing.invoices@-, billing.state@-, schema billing@-
-- after:  billing.invoices@cdc4e268, billing.state@18d3e32f, schema billing@a64fbfa1

-- covet:forward
-- covet:step 1 CREATE_SCHEMA billing (test/cases/schema-create/after.covet:2)
CREATE SCHEMA "billing";
COMMENT ON SCHEMA "billing" IS 'Money matters.';

-- covet:step 2 CREATE_ENUM billing.state (test/cases/schema-create/after.covet:3)
CREATE TYPE "billing"."state" AS ENUM ('open', 'paid');

-- covet:step 3 CREATE_TABLE billing.invoices (test/cases/schema-create/after.covet:4)
CREATE TABLE "billing"."invoices" (
  "id" integer NOT NULL,
  "state" "billing"."state" DEFAULT 'open' NOT NULL,
  "parent_id" integer,
  CONSTRAINT "invoices_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "invoices_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "billing"."invoices" ("id")
);

-- covet:backward
-- covet:step 1 DROP_TABLE billing.invoices
-- covet:guard loses billing.invoices: SELECT 1 FROM "billing"."invoices"
DROP TABLE "billing"."invoices";

-- covet:step 2 DROP_ENUM billing.state
DROP TYPE "billing"."state";

-- covet:step 3 DROP_SCHEMA billing
DROP SCHEMA "billing";
