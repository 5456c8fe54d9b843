insert into users (email) values ('ada@example.org');
