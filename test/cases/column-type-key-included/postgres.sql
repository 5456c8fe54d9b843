-- covet migration 20260102000000_alter_enum_mood_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: mood@b2d25f1c, people@d3160a17
-- after:  mood@8877cfa4, people@56f01fdf

-- covet:forward
-- covet:step 1 ALTER_ENUM mood (test/cases/column-type-key-included/after.covet:1)
ALTER TABLE "letters" DROP CONSTRAINT "letters_address_fkey";
ALTER TYPE "mood" RENAME TO "_covet_mood";
CREATE TYPE "mood" AS ENUM ('angry', 'calm');
ALTER TABLE "people" ALTER COLUMN "mood" TYPE "mood" USING "mood"::text::"mood";
DROP TYPE "_covet_mood";

-- covet:step 2 ALTER_COLUMN people.name (test/cases/column-type-key-included/after.covet:5)
ALTER TABLE "letters" DROP CONSTRAINT "letters_person_id_fkey";
ALTER TABLE "people" ALTER COLUMN "name" TYPE character varying(30);
ALTER TABLE "letters" ADD CONSTRAINT "letters_address_fkey" FOREIGN KEY ("address") REFERENCES "people" ("email");
ALTER TABLE "letters" ADD CONSTRAINT "letters_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people" ("id");

-- covet:backward
-- covet:step 1 ALTER_COLUMN people.name
-- covet:guard fails people.name: SELECT 1 FROM "people" WHERE length("name"::text) > 20
ALTER TABLE "letters" DROP CONSTRAINT "letters_person_id_fkey";
ALTER TABLE "people" ALTER COLUMN "name" TYPE character varying(20);

-- covet:step 2 ALTER_ENUM mood
ALTER TABLE "letters" DROP CONSTRAINT "letters_address_fkey";
ALTER TYPE "mood" RENAME TO "_covet_mood";
CREATE TYPE "mood" AS ENUM ('calm', 'angry');
ALTER TABLE "people" ALTER COLUMN "mood" TYPE "mood" USING "mood"::text::"mood";
DROP TYPE "_covet_mood";
ALTER TABLE "letters" ADD CONSTRAINT "letters_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people" ("id");
ALTER TABLE "letters" ADD CONSTRAINT "letters_address_fkey" FOREIGN KEY ("address") REFERENCES "people" ("email");
