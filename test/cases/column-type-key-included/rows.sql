insert into people (id, name, mood, email) values (1, 'Ada', 'calm', 'a@b');
insert into letters (id, person_id, address) values (1, 1, 'a@b');
