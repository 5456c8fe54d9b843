insert into notes (id, body) values (1, 'x');
