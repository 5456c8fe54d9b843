insert into parts (id, part, rate) values (1, 100, null), (2, 0, -7);
