insert into users (id, low) values (1, 10);
