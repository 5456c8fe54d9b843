-- covet migration 20260102000000_add_foreign_key_bookings_bookings_room
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: bookings@c5994db3
-- after:  bookings@c55aa02c

-- covet:forward
-- covet:step 1 ADD_FOREIGN_KEY bookings.bookings_room (test/cases/foreign-key-options-postgres/after.covet:12)
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_room" FOREIGN KEY ("building", "room") REFERENCES "rooms" ("building", "number") MATCH FULL ON DELETE SET NULL ("room") NOT VALID;

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY bookings.bookings_room
ALTER TABLE "bookings" DROP CONSTRAINT "bookings_room";
