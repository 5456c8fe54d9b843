insert into orders (id, total, tip) values (1, 12, null), (2, 99, 1);
