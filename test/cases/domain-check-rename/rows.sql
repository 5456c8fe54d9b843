insert into items (id, costs) values (1, 5);
