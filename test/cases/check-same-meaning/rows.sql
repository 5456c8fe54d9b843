insert into users (id, state, age) values (1, 'a', 5);
