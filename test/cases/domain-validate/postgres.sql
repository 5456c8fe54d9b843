-- covet migration 20260102000000_alter_domain_age
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: age@40fcaa54
-- after:  age@4bd5c551

-- covet:forward
-- covet:step 1 ALTER_DOMAIN age (test/cases/domain-validate/after.covet:1)
-- covet:guard fails users.years: SELECT 1 FROM "users" WHERE NOT (("years" >= 0))
ALTER DOMAIN "age" VALIDATE CONSTRAINT "age_least";

-- covet:backward
-- covet:step 1 ALTER_DOMAIN age
ALTER DOMAIN "age" DROP CONSTRAINT "age_least";
ALTER DOMAIN "age" ADD CONSTRAINT "age_least" CHECK ((VALUE >= 0)) NOT VALID;
