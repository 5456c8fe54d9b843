insert into users (id, today, yesterday) values (1, 'ok', 'sad'), (2, 'happy', null);
