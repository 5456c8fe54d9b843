INSERT INTO items (label, price) VALUES ('precious', 1), ('more', 2);
