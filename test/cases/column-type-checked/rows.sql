INSERT INTO prices (id, c, kind, amount) VALUES (1, 'EUR', 'net', 5), (2, 'USD', NULL, 7);
