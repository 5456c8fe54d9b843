insert into people (id, mood) values (1, 'calm');
