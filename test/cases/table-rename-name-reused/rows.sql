INSERT INTO posts (id, title, parent_id) VALUES (1, 'first', NULL), (2, 'second', 1);
INSERT INTO likes (post_id, who) VALUES (1, 'ann'), (2, 'bob');
