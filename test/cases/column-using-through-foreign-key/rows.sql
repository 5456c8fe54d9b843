insert into countries (code, name) values ('C49', 'de'), ('C351', 'pt');
insert into cities (id, country) values (1, 'C49'), (2, 'C351'), (3, 'C49');
