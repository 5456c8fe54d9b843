-- covet migration 20260102000000_rename_enum_billing_plan_and_3_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: billing.cycle@-, billing.plan@a45b7fbb, plan@45c8dbe8
-- after:  billing.cycle@e86734ae, billing.plan@-, plan@9825e946

-- covet:forward
-- covet:step 1 RENAME_ENUM billing.plan (test/cases/enum-rename-lookalikes/after.covet:4)
ALTER TYPE "billing"."plan" RENAME TO "cycle";

-- covet:step 2 RENAME_ENUM_VALUE plan.free (test/cases/enum-rename-lookalikes/after.covet:3)
ALTER TYPE "plan" RENAME VALUE 'free' TO 'trial';

-- covet:step 3 RENAME_ENUM_VALUE plan.pro (test/cases/enum-rename-lookalikes/after.covet:3)
ALTER TYPE "plan" RENAME VALUE 'pro' TO 'professional';

-- covet:step 4 ALTER_ENUM plan (test/cases/enum-rename-lookalikes/after.covet:3)
ALTER TYPE "plan" ADD VALUE 'free';

-- covet:backward
-- covet:step 1 ALTER_ENUM plan
-- covet:guard fails tenants.plan: SELECT 1 FROM "tenants" WHERE "plan"::text IN ('free')
-- covet:guard fails tenants.past: SELECT 1 FROM "tenants" WHERE "past"::text[] && ARRAY['free']
ALTER TABLE "tenants" DROP CONSTRAINT "tenants_past";
ALTER TABLE "tenants" DROP CONSTRAINT "tenants_plan";
ALTER TYPE "plan" RENAME TO "_covet_plan";
CREATE TYPE "plan" AS ENUM ('trial', 'professional');
ALTER TABLE "tenants" ALTER COLUMN "plan" DROP DEFAULT, ALTER COLUMN "plan" TYPE "plan" USING "plan"::text::"plan", ALTER COLUMN "plan" SET DEFAULT 'trial'::plan, ALTER COLUMN "past" DROP DEFAULT, ALTER COLUMN "past" TYPE "plan"[] USING "past"::text[]::"plan"[], ALTER COLUMN "past" SET DEFAULT '{trial}'::plan[];
DROP TYPE "_covet_plan";
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_past" CHECK ((past <> '{professional}'::plan[]));
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_plan" CHECK ((plan = ANY (ARRAY['trial'::plan, 'professional'::plan])));

-- covet:step 2 RENAME_ENUM_VALUE plan.professional
ALTER TYPE "plan" RENAME VALUE 'professional' TO 'pro';

-- covet:step 3 RENAME_ENUM_VALUE plan.trial
ALTER TYPE "plan" RENAME VALUE 'trial' TO 'free';

-- covet:step 4 RENAME_ENUM billing.cycle
ALTER TYPE "billing"."cycle" RENAME TO "plan";
