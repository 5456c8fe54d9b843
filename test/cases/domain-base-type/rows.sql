insert into items (id, many, more) values (1, 5, null), (2, 2147483647, 7);
