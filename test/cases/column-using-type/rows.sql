insert into payments (id, amount, note) values (1, '1,234', 'a'), (2, '7', null);
insert into payments (id) values (3);
