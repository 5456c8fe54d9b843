insert into readings (id, value) values (1, 42), (2, -7);
