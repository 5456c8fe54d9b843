-- covet migration 20260102000000_alter_events
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_events
-- before: events@aeae9591
-- after:  events@73721bd9

-- covet:forward
-- covet:step 1 REBUILD_TABLE events (test/cases/table-settings-sqlite/after.covet:2)
--   ALTER_COLUMN events.id
--   ALTER_TABLE events
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_events" (
  "id" integer NOT NULL,
  "name" varchar(10) NOT NULL,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "_covet_new_events" ("id", "name")
SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_covet_new_events" RENAME TO "events";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE events
--   ALTER_TABLE events
--   ALTER_COLUMN events.id
-- covet:guard fails events.id: SELECT 1 FROM "events" WHERE NOT ("id" = CAST("id" AS integer) OR "id" = CAST(CAST("id" AS integer) AS text))
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_events" (
  "id" integer PRIMARY KEY,
  "name" varchar(10) NOT NULL
);
INSERT INTO "_covet_new_events" ("id", "name")
SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_covet_new_events" RENAME TO "events";
PRAGMA legacy_alter_table = OFF;
