insert into boxes (id, width) values (1, 5);
