insert into events (id) values (1);
