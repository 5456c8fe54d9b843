-- covet migration 20260102000000_alter_people
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: people@a8860ff8
-- after:  people@1e8f1289

-- covet:forward
-- covet:step 1 REBUILD_TABLE people (test/cases/column-type-key-included/after.covet:6)
--   ALTER_COLUMN people.mood
--   ALTER_COLUMN people.name
-- covet:guard fails people.mood: SELECT 1 FROM "people" WHERE "mood" NOT IN ('angry', 'calm')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_people" (
  "id" integer PRIMARY KEY,
  "name" varchar(30) NOT NULL,
  "mood" text NOT NULL CHECK ("mood" IN ('angry', 'calm')),
  "email" varchar(40) NOT NULL
);
INSERT INTO "_covet_new_people" ("id", "name", "mood", "email")
SELECT "id", "name", "mood", "email" FROM "people";
DROP TABLE "people";
ALTER TABLE "_covet_new_people" RENAME TO "people";
CREATE UNIQUE INDEX "people_email" ON "people" ("email");
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE people
--   ALTER_COLUMN people.name
--   ALTER_COLUMN people.mood
-- covet:guard fails people.mood: SELECT 1 FROM "people" WHERE "mood" NOT IN ('calm', 'angry')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_people" (
  "id" integer PRIMARY KEY,
  "name" varchar(20) NOT NULL,
  "mood" text NOT NULL CHECK ("mood" IN ('calm', 'angry')),
  "email" varchar(40) NOT NULL
);
INSERT INTO "_covet_new_people" ("id", "name", "mood", "email")
SELECT "id", "name", "mood", "email" FROM "people";
DROP TABLE "people";
ALTER TABLE "_covet_new_people" RENAME TO "people";
CREATE UNIQUE INDEX "people_email" ON "people" ("email");
PRAGMA legacy_alter_table = OFF;
