insert into users (id, home) values (1, 'Bonn');
