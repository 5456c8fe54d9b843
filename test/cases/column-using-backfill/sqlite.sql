-- covet migration 20260102000000_alter_column_people_name
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_people
-- before: people@94cba933
-- after:  people@c9c5202d

-- covet:forward
-- covet:step 1 REBUILD_TABLE people (test/cases/column-using-backfill/after.covet:4)
--   ALTER_COLUMN people.name
-- covet:guard fails people.name: SELECT 1 FROM (SELECT (coalesce("name", (coalesce(nickname, 'unknown')))) AS "name" FROM "people") WHERE "name" IS NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_people" (
  "id" integer PRIMARY KEY,
  "nickname" text,
  "name" varchar(40) NOT NULL
);
INSERT INTO "_covet_new_people" ("id", "nickname", "name")
SELECT "id", "nickname", (coalesce("name", (coalesce(nickname, 'unknown')))) FROM "people";
DROP TABLE "people";
ALTER TABLE "_covet_new_people" RENAME TO "people";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE people
--   ALTER_COLUMN people.name
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_people" (
  "id" integer PRIMARY KEY,
  "nickname" text,
  "name" varchar(40)
);
INSERT INTO "_covet_new_people" ("id", "nickname", "name")
SELECT "id", "nickname", "name" FROM "people";
DROP TABLE "people";
ALTER TABLE "_covet_new_people" RENAME TO "people";
PRAGMA legacy_alter_table = OFF;
