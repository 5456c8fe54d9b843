-- covet migration 20260102000000_alter_tenants
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_tenants
-- before: tenants@237c18f6
-- after:  tenants@ce37a0bd

-- covet:forward
-- covet:step 1 REBUILD_TABLE tenants (test/cases/enum-rename-lookalikes/after.covet:8)
--   RENAME_ENUM_VALUE tenants.plan.free
--   RENAME_ENUM_VALUE tenants.plan.pro
--   ALTER_COLUMN tenants.plan
--   ALTER_CHECK tenants.tenants_plan
-- covet:guard fails tenants.plan: SELECT 1 FROM (SELECT CASE "plan" WHEN 'free' THEN 'trial' WHEN 'pro' THEN 'professional' ELSE "plan" END AS "plan" FROM "tenants") WHERE "plan" NOT IN ('trial', 'professional', 'free')
-- covet:guard fails tenants.tenants_plan: SELECT 1 FROM (SELECT CASE "plan" WHEN 'free' THEN 'trial' WHEN 'pro' THEN 'professional' ELSE "plan" END AS "plan" FROM "tenants") WHERE NOT (plan in ('trial', 'professional'))
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tenants" (
  "id" integer PRIMARY KEY,
  "plan" text NOT NULL DEFAULT 'trial' CHECK ("plan" IN ('trial', 'professional', 'free')),
  CONSTRAINT "tenants_plan" CHECK (plan in ('trial', 'professional'))
);
INSERT INTO "_covet_new_tenants" ("id", "plan")
SELECT "id", CASE "plan" WHEN 'free' THEN 'trial' WHEN 'pro' THEN 'professional' ELSE "plan" END FROM "tenants";
DROP TABLE "tenants";
ALTER TABLE "_covet_new_tenants" RENAME TO "tenants";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE tenants
--   ALTER_CHECK tenants.tenants_plan
--   ALTER_COLUMN tenants.plan
--   RENAME_ENUM_VALUE tenants.plan.professional
--   RENAME_ENUM_VALUE tenants.plan.trial
-- covet:guard fails tenants.tenants_plan: SELECT 1 FROM (SELECT CASE "plan" WHEN 'professional' THEN 'pro' WHEN 'trial' THEN 'free' ELSE "plan" END AS "plan" FROM "tenants") WHERE NOT (plan in ('free', 'pro'))
-- covet:guard fails tenants.plan: SELECT 1 FROM "tenants" WHERE "plan" NOT IN ('trial', 'professional')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tenants" (
  "id" integer PRIMARY KEY,
  "plan" text NOT NULL DEFAULT 'free' CHECK ("plan" IN ('free', 'pro')),
  CONSTRAINT "tenants_plan" CHECK (plan in ('free', 'pro'))
);
INSERT INTO "_covet_new_tenants" ("id", "plan")
SELECT "id", CASE "plan" WHEN 'professional' THEN 'pro' WHEN 'trial' THEN 'free' ELSE "plan" END FROM "tenants";
DROP TABLE "tenants";
ALTER TABLE "_covet_new_tenants" RENAME TO "tenants";
PRAGMA legacy_alter_table = OFF;
