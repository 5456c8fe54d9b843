insert into accounts (id) values (1), (2);
insert into posts (id, author_id, title) values (1, 1, 'one'), (2, 2, 'two');
