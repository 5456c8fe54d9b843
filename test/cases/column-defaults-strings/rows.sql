insert into texts (id) values (1);
