insert into tasks (id, level) values (1, 'low'), (2, 'high');
insert into tasks (id, done) values (3, true);
