insert into tags (name) values ('a'), ('b');
