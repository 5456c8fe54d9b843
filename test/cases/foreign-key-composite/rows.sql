insert into rooms (building, number) values ('A', 1);
insert into bookings (id, building, room) values (1, 'A', 1);
