insert into posts (id, state, was) values (1, 'draft', 'old'), (2, 'live', null);
