insert into users (id, role) values (1, 'guest'), (2, 'admin');
