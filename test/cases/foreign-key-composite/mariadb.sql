-- covet migration 20260102000000_alter_bookings
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: bookings@eeb595d7
-- after:  bookings@a721ac11

-- covet:forward
-- covet:step 1 ADD_INDEX bookings.bookings_building_room_idx
ALTER TABLE `bookings` ADD INDEX `bookings_building_room_idx` (`building`, `room`);

-- covet:step 2 ADD_FOREIGN_KEY bookings.bookings_room (test/cases/foreign-key-composite/after.covet:12)
-- covet:guard fails bookings.bookings_room: SELECT 1 FROM `bookings` AS `c` WHERE c.`building` IS NOT NULL AND c.`room` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `rooms` AS `p` WHERE p.`building` = c.`building` AND p.`number` = c.`room`)
ALTER TABLE `bookings` ADD CONSTRAINT `bookings_room` FOREIGN KEY (`building`, `room`) REFERENCES `rooms` (`building`, `number`) ON DELETE CASCADE;

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY bookings.bookings_room
ALTER TABLE `bookings` DROP FOREIGN KEY `bookings_room`;

-- covet:step 2 DROP_INDEX bookings.bookings_building_room_idx
ALTER TABLE `bookings` DROP INDEX `bookings_building_room_idx`;
