insert into shirts (id, size) values (1, 'large'), (2, 'small');
