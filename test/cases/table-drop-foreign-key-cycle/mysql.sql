-- covet migration 20260102000000_drop_foreign_key_employees_employees_d_and_2_more
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: departments@972a207e, employees@4d1c3b8d
-- after:  departments@-, employees@-

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY employees.employees_department
ALTER TABLE `employees` DROP FOREIGN KEY `employees_department`;

-- covet:step 2 DROP_TABLE departments
-- covet:guard loses departments: SELECT 1 FROM `departments`
DROP TABLE `departments`;

-- covet:step 3 DROP_TABLE employees
-- covet:guard loses employees: SELECT 1 FROM `employees`
DROP TABLE `employees`;

-- covet:backward
-- covet:step 1 CREATE_TABLE employees
CREATE TABLE `employees` (
  `id` int NOT NULL,
  `department_id` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `employees_department_id_idx` (`department_id`)
);

-- covet:step 2 CREATE_TABLE departments
CREATE TABLE `departments` (
  `id` int NOT NULL,
  `head_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `departments_head` FOREIGN KEY (`head_id`) REFERENCES `employees` (`id`),
  INDEX `departments_head_id_idx` (`head_id`)
);

-- covet:step 3 ADD_FOREIGN_KEY employees.employees_department
ALTER TABLE `employees` ADD CONSTRAINT `employees_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`);
