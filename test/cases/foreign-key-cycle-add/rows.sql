insert into departments (id) values (1);
insert into employees (id, department_id) values (7, 1);
