insert into counters (id) values (1);
