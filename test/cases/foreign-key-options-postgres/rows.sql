insert into bookings (id, building, room) values (1, 'no such', 1);
