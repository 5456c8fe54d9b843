insert into users (id, email) values (1, 'ada@example.com'), (2, null);
