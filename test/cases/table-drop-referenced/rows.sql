insert into notes (id, user_id) select 1, 1 where 1 = 0;
