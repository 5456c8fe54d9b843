INSERT INTO jobs (id, k, active, note) VALUES (1, '1', true, 'a'), (2, NULL, false, 'b');
