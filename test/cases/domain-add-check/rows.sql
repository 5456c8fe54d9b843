insert into orders (id, total, tip) values (1, 12.5, null), (2, 99, 1);
insert into refunds (id, paid) values (1, 3);
