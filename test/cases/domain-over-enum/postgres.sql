-- covet migration 20260102000000_alter_enum_mood
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: mood@3b8e3518
-- after:  mood@76bcad7b

-- covet:forward
-- covet:step 1 ALTER_ENUM mood (test/cases/domain-over-enum/after.covet:1)
ALTER TYPE "mood" RENAME TO "_covet_mood";
ALTER DOMAIN "feeling" RENAME TO "_covet_feeling";
CREATE TYPE "mood" AS ENUM ('happy', 'sad', 'ok', 'angry');
CREATE DOMAIN "feeling" AS "mood" DEFAULT 'ok'::mood CONSTRAINT "feeling_not_sad" CHECK ((VALUE <> 'sad'::mood));
ALTER TABLE "users" ALTER COLUMN "today" TYPE "feeling" USING "today"::text::"feeling", ALTER COLUMN "yesterday" TYPE "mood" USING "yesterday"::text::"mood";
DROP DOMAIN "_covet_feeling";
DROP TYPE "_covet_mood";

-- covet:backward
-- covet:step 1 ALTER_ENUM mood
-- covet:guard fails users.today: SELECT 1 FROM "users" WHERE "today"::text IN ('angry')
-- covet:guard fails users.yesterday: SELECT 1 FROM "users" WHERE "yesterday"::text IN ('angry')
ALTER TYPE "mood" RENAME TO "_covet_mood";
ALTER DOMAIN "feeling" RENAME TO "_covet_feeling";
CREATE TYPE "mood" AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN "feeling" AS "mood" DEFAULT 'ok'::mood CONSTRAINT "feeling_not_sad" CHECK ((VALUE <> 'sad'::mood));
ALTER TABLE "users" ALTER COLUMN "today" TYPE "feeling" USING "today"::text::"feeling", ALTER COLUMN "yesterday" TYPE "mood" USING "yesterday"::text::"mood";
DROP DOMAIN "_covet_feeling";
DROP TYPE "_covet_mood";
