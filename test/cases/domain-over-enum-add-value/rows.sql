insert into users (id, today) values (1, 'sad');
