insert into departments (id, head_id) values (1, null), (2, null);
insert into employees (id, department_id) values (7, 1), (8, 2);
update departments set head_id = 7 where id = 1;
