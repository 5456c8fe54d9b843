insert into users (id, email) values (1, 'a');
