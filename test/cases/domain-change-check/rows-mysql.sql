insert into texts (id, a, `value`) values (1, 'one', null), (2, 'two', 'three');
