-- covet migration 20260102000000_alter_domain_city
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: city@426a96de
-- after:  city@b1f9f9fa

-- covet:forward
-- covet:step 1 ALTER_DOMAIN city (test/cases/domain-not-null/after.covet:1)
-- covet:guard fails users.home: SELECT 1 FROM "users" WHERE "home" IS NULL
ALTER DOMAIN "city" SET NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_DOMAIN city
ALTER DOMAIN "city" DROP NOT NULL;
