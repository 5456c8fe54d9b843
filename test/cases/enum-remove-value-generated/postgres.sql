-- covet migration 20260102000000_alter_enum_mood
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: mood@f7db35ad
-- after:  mood@b2d25f1c

-- covet:forward
-- covet:step 1 ALTER_ENUM mood (test/cases/enum-remove-value-generated/after.covet:1)
-- covet:guard fails people.mood: SELECT 1 FROM "people" WHERE "mood"::text IN ('sad')
ALTER TABLE "people" DROP CONSTRAINT "people_shown";
DROP INDEX "people_calm";
ALTER TABLE "people" DROP COLUMN "happy", DROP COLUMN "shown";
ALTER TYPE "mood" RENAME TO "_covet_mood";
CREATE TYPE "mood" AS ENUM ('calm', 'angry');
ALTER TABLE "people" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" TYPE "mood" USING "mood"::text::"mood", ALTER COLUMN "mood" SET DEFAULT 'calm'::mood;
DROP TYPE "_covet_mood";
ALTER TABLE "people" ADD COLUMN "happy" boolean GENERATED ALWAYS AS ((mood <> 'angry'::mood)) STORED, ADD COLUMN "shown" "mood" GENERATED ALWAYS AS (mood) STORED;
ALTER TABLE "people" ADD CONSTRAINT "people_shown" CHECK (((shown <> 'angry'::mood) OR happy));
CREATE INDEX "people_calm" ON "people" ("happy") WHERE ((shown = 'calm'::mood));

-- covet:backward
-- covet:step 1 ALTER_ENUM mood
ALTER TYPE "mood" ADD VALUE 'sad';
