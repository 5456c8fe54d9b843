-- covet migration 20260102000001_alter_domain_feeling_and_2_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260102000000_alter_enum_mood
-- before: feeling@1fdd9d0a, users@b95d4e40
-- after:  feeling@bed2e292, users@5efa10de

-- covet:forward
-- covet:step 1 ALTER_DOMAIN feeling (test/cases/domain-over-enum-add-value/after.covet:2)
ALTER DOMAIN "feeling" SET DEFAULT 'happy';

-- covet:step 2 ADD_COLUMN users.tomorrow (test/cases/domain-over-enum-add-value/after.covet:7)
ALTER TABLE "users" ADD COLUMN "tomorrow" "feeling" NOT NULL;

-- covet:step 3 ALTER_COLUMN users.today (test/cases/domain-over-enum-add-value/after.covet:6)
ALTER TABLE "users" ALTER COLUMN "today" SET DEFAULT 'happy';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.today
ALTER TABLE "users" ALTER COLUMN "today" SET DEFAULT 'ok'::mood;

-- covet:step 2 DROP_COLUMN users.tomorrow
-- covet:guard loses users.tomorrow: SELECT 1 FROM "users" WHERE "tomorrow"::"mood" IS DISTINCT FROM 'happy'
ALTER TABLE "users" DROP COLUMN "tomorrow";

-- covet:step 3 ALTER_DOMAIN feeling
ALTER DOMAIN "feeling" DROP DEFAULT;
