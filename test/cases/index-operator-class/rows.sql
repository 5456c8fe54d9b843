insert into people (id, email) values (1, 'a');
