insert into users (id) values (1);
insert into notes (id, body) values (1, 'kept in no other place'), (2, null);
