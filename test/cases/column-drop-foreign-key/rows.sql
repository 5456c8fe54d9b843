insert into users (id) values (1);
insert into posts (id) values (7);
