insert into users (id, tenant, email) values (1, 1, 'a'), (2, 1, 'b');
