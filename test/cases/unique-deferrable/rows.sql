insert into users (id, place) values (1, 1), (2, 2);
