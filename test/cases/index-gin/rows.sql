insert into posts (id, body) values (1, '{"a": 1}');
