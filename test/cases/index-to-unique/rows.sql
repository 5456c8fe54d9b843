insert into users (id, email, phone) values (1, 'a', null), (2, 'b', null), (3, 'c', '1');
