insert into users (id, today, past) values (1, 'ok', 'happy'), (2, 'happy', null);
