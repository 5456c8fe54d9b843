insert into users (id, first, last) values (1, 'Ada', 'Lovelace');
