insert into people (id, email, city) values (1, 'a', 'b');
