insert into posts (id, state, title) values (1, 'live', 'Hello');
