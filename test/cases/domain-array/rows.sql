insert into posts (id, main) values (1, 'a'), (2, null);
