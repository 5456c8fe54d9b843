insert into users (id, years) values (1, 5), (2, null);
