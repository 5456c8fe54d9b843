insert into counters (id, total) values (1, 2147483647);
