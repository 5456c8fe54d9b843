-- covet migration 20260102000000_alter_people
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_people
-- before: people@40e3bff1
-- after:  people@2ba1c415

-- covet:forward
-- covet:step 1 REBUILD_TABLE people (test/cases/enum-remove-value-generated/after.covet:5)
--   ALTER_COLUMN people.mood
--   ALTER_COLUMN people.shown
-- covet:guard fails people.mood: SELECT 1 FROM "people" WHERE "mood" NOT IN ('calm', 'angry')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_people" (
  "id" integer PRIMARY KEY,
  "mood" text NOT NULL DEFAULT 'calm' CHECK ("mood" IN ('calm', 'angry')),
  "happy" boolean GENERATED ALWAYS AS (mood <> 'angry') STORED,
  "shown" text GENERATED ALWAYS AS (mood) STORED CHECK ("shown" IN ('calm', 'angry')),
  CONSTRAINT "people_shown" CHECK (shown <> 'angry' or happy)
);
INSERT INTO "_covet_new_people" ("id", "mood")
SELECT "id", "mood" FROM "people";
DROP TABLE "people";
ALTER TABLE "_covet_new_people" RENAME TO "people";
CREATE INDEX "people_calm" ON "people" ("happy") WHERE shown = 'calm';
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE people
--   ALTER_COLUMN people.shown
--   ALTER_COLUMN people.mood
-- covet:guard fails people.mood: SELECT 1 FROM "people" WHERE "mood" NOT IN ('calm', 'angry', 'sad')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_people" (
  "id" integer PRIMARY KEY,
  "mood" text NOT NULL DEFAULT 'calm' CHECK ("mood" IN ('calm', 'angry', 'sad')),
  "happy" boolean GENERATED ALWAYS AS (mood <> 'angry') STORED,
  "shown" text GENERATED ALWAYS AS (mood) STORED CHECK ("shown" IN ('calm', 'angry', 'sad')),
  CONSTRAINT "people_shown" CHECK (shown <> 'angry' or happy)
);
INSERT INTO "_covet_new_people" ("id", "mood")
SELECT "id", "mood" FROM "people";
DROP TABLE "people";
ALTER TABLE "_covet_new_people" RENAME TO "people";
CREATE INDEX "people_calm" ON "people" ("happy") WHERE shown = 'calm';
PRAGMA legacy_alter_table = OFF;
