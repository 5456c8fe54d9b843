insert into users (id, name, age) values (1, 'Ada', 36), (2, 'Bob', 40);
insert into posts (id, user_id) values (1, 1), (2, 2);
