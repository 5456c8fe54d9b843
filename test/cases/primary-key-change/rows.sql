insert into tags (kind, name) values ('k', 'a'), ('k', 'b');
