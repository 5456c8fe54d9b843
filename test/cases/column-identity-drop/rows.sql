insert into users (name) values ('one'), ('two');
