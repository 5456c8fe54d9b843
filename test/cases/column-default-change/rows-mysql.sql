insert into users (id, role, seen) values (1, 'admin', '2020-02-02 00:00:00');
