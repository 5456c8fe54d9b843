-- covet migration 20260102000000_add_foreign_key_bookings_bookings_room
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: bookings@06a42d5f
-- after:  bookings@d0ef4b26

-- covet:forward
-- covet:step 1 REBUILD_TABLE bookings (test/cases/foreign-key-composite/after.covet:12)
--   ADD_FOREIGN_KEY bookings.bookings_room
-- covet:guard fails bookings.bookings_room: SELECT 1 FROM "bookings" AS c WHERE c."building" IS NOT NULL AND c."room" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "rooms" AS p WHERE p."building" = c."building" AND p."number" = c."room")
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_bookings" (
  "id" integer PRIMARY KEY,
  "building" text NOT NULL,
  "room" integer NOT NULL,
  CONSTRAINT "bookings_room" FOREIGN KEY ("building", "room") REFERENCES "rooms" ("building", "number") ON DELETE CASCADE
);
INSERT INTO "_covet_new_bookings" ("id", "building", "room")
SELECT "id", "building", "room" FROM "bookings";
DROP TABLE "bookings";
ALTER TABLE "_covet_new_bookings" RENAME TO "bookings";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE bookings
--   DROP_FOREIGN_KEY bookings.bookings_room
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_bookings" (
  "id" integer PRIMARY KEY,
  "building" text NOT NULL,
  "room" integer NOT NULL
);
INSERT INTO "_covet_new_bookings" ("id", "building", "room")
SELECT "id", "building", "room" FROM "bookings";
DROP TABLE "bookings";
ALTER TABLE "_covet_new_bookings" RENAME TO "bookings";
PRAGMA legacy_alter_table = OFF;
