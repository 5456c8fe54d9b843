insert into users (id, email) values (1, 'a'), (2, 'b');
insert into letters (id, address) values (1, 'b'), (2, 'b');
