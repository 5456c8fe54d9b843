insert into users (id, name) values (7, 'seven');
