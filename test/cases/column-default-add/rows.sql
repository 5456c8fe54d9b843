insert into users (id, role) values (1, 'admin');
