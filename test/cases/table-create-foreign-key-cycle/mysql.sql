-- covet migration 20260102000000_init
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- before: departments@-, employees@-
-- after:  departments@64559bcb, employees@354d46cf

-- covet:forward
-- covet:step 1 CREATE_TABLE employees (test/cases/table-create-foreign-key-cycle/after.covet:5)
CREATE TABLE `employees` (
  `id` int NOT NULL,
  `department_id` int NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `employees_department_id_idx` (`department_id`)
);

-- covet:step 2 CREATE_TABLE departments (test/cases/table-create-foreign-key-cycle/after.covet:1)
CREATE TABLE `departments` (
  `id` int NOT NULL,
  `head_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `departments_head_id_fkey` FOREIGN KEY (`head_id`) REFERENCES `employees` (`id`),
  INDEX `departments_head_id_idx` (`head_id`)
);

-- covet:step 3 ADD_FOREIGN_KEY employees.employees_department_id_fkey (test/cases/table-create-foreign-key-cycle/after.covet:7)
ALTER TABLE `employees` ADD CONSTRAINT `employees_department_id_fkey` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`);

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY employees.employees_department_id_fkey
ALTER TABLE `employees` DROP FOREIGN KEY `employees_department_id_fkey`;

-- covet:step 2 DROP_TABLE departments
-- covet:guard loses departments: SELECT 1 FROM `departments`
DROP TABLE `departments`;

-- covet:step 3 DROP_TABLE employees
-- covet:guard loses employees: SELECT 1 FROM `employees`
DROP TABLE `employees`;
