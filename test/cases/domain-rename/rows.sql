insert into users (id, email) values (1, 'ada@example.com');
insert into letters (id, sender) values (1, 'bob@example.com');
