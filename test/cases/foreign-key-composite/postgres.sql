-- covet migration 20260102000000_add_foreign_key_bookings_bookings_room
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: bookings@1b2f96b2
-- after:  bookings@fa44463d

-- covet:forward
-- covet:step 1 ADD_FOREIGN_KEY bookings.bookings_room (test/cases/foreign-key-composite/after.covet:12)
-- covet:guard fails bookings.bookings_room: SELECT 1 FROM "bookings" c WHERE c."building" IS NOT NULL AND c."room" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "rooms" p WHERE p."building" = c."building" AND p."number" = c."room")
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_room" FOREIGN KEY ("building", "room") REFERENCES "rooms" ("building", "number") ON DELETE CASCADE;

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY bookings.bookings_room
ALTER TABLE "bookings" DROP CONSTRAINT "bookings_room";
