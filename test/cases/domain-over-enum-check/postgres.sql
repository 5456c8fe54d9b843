-- covet migration 20260102000000_alter_domain_feeling_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: feeling@1fdd9d0a, users@7c57756d
-- after:  feeling@b89fa794, users@34eb6e2e

-- covet:forward
-- covet:step 1 ALTER_DOMAIN feeling (test/cases/domain-over-enum-check/after.covet:2)
-- covet:guard fails users.today: SELECT 1 FROM "users" WHERE NOT (("today"::"mood") <> 'sad')
ALTER DOMAIN "feeling" ADD CONSTRAINT "feeling_not_sad" CHECK (value <> 'sad');

-- covet:step 2 ALTER_COLUMN users.past (test/cases/domain-over-enum-check/after.covet:7)
-- covet:guard fails users.past: SELECT 1 FROM "users" WHERE NOT (("past"::"mood") <> 'sad')
ALTER TABLE "users" ALTER COLUMN "past" TYPE "feeling";

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.past
ALTER TABLE "users" ALTER COLUMN "past" TYPE "mood";

-- covet:step 2 ALTER_DOMAIN feeling
ALTER DOMAIN "feeling" DROP CONSTRAINT "feeling_not_sad";
