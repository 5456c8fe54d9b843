create table legacy (id int primary key, extra text);
insert into legacy (id, extra) values (1, 'not ours');
