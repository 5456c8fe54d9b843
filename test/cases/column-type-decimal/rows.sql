insert into prices (id, amount) values (1, 12.34);
