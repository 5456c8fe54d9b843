insert into users (id, manager_id, number) values (1, null, 10), (2, 1, 20);
insert into posts (id, user_id, number) values (5, 1, 10), (6, 2, null);
insert into likes (user_id, post_id) values (1, 6), (2, 5), (2, 6);
