insert into users (id) values (1);
insert into posts (id, a, b) values (1, 1, 1), (2, null, 1);
