insert into users (id, age) values (1, -36);
