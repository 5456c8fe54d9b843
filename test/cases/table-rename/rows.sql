insert into accounts (id, email) values (1, 'ada@example.org'), (2, 'bob@example.org');
