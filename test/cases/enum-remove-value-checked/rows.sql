INSERT INTO posts (id, state, title) VALUES (1, 'draft', 'a'), (2, 'live', 'b');
