insert into boxes (id, name, width, shade) values (1, 'red', 5, 'dark'), (2, 'blue', 7, 'light');
insert into labels (code, box) values ('a', 'red!'), ('b', null);
