insert into people (id, nickname, name) values (1, null, 'Ada'), (2, 'bob', null), (3, null, null);
