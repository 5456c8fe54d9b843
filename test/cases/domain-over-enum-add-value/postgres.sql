-- covet migration 20260102000000_alter_enum_mood
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: mood@c22647f6
-- after:  mood@3b8e3518

-- covet:forward
-- covet:step 1 ALTER_ENUM mood (test/cases/domain-over-enum-add-value/after.covet:1)
ALTER TYPE "mood" ADD VALUE 'happy';

-- covet:backward
-- covet:step 1 ALTER_ENUM mood
-- covet:guard fails users.today: SELECT 1 FROM "users" WHERE "today"::text IN ('happy')
ALTER TYPE "mood" RENAME TO "_covet_mood";
ALTER DOMAIN "feeling" RENAME TO "_covet_feeling";
CREATE TYPE "mood" AS ENUM ('sad', 'ok');
CREATE DOMAIN "feeling" AS "mood";
ALTER TABLE "users" ALTER COLUMN "today" DROP DEFAULT, ALTER COLUMN "today" TYPE "feeling" USING "today"::text::"feeling", ALTER COLUMN "today" SET DEFAULT 'ok'::mood;
DROP DOMAIN "_covet_feeling";
DROP TYPE "_covet_mood";
