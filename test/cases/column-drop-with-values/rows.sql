insert into users (id, nickname, note) values (1, 'ada', 'n1'), (2, 'anon', 'n2');
