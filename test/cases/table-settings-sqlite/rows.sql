insert into events (id, name) values (3, 'three'), (1, 'one');
