-- covet migration 20260102000000_alter_column_departments_head_id_and_3_more
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: departments@4fb8d519, employees@4d1c3b8d
-- after:  departments@19c626b0, employees@853ae5c9

-- covet:forward
-- covet:step 1 ALTER_TABLE departments (test/cases/foreign-key-cycle-type/after.covet:3)
--   ALTER_COLUMN departments.head_id
--   ALTER_COLUMN departments.id
--   ALTER_COLUMN employees.department_id
--   ALTER_COLUMN employees.id
ALTER TABLE `departments` DROP FOREIGN KEY `departments_head`;
ALTER TABLE `employees` DROP FOREIGN KEY `employees_department`;
ALTER TABLE `departments` MODIFY COLUMN `id` bigint NOT NULL, MODIFY COLUMN `head_id` bigint;
ALTER TABLE `employees` MODIFY COLUMN `id` bigint NOT NULL, MODIFY COLUMN `department_id` bigint NOT NULL;
ALTER TABLE `departments` ADD CONSTRAINT `departments_head` FOREIGN KEY (`head_id`) REFERENCES `employees` (`id`) ON DELETE SET NULL;
ALTER TABLE `employees` ADD CONSTRAINT `employees_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`);

-- covet:backward
-- covet:step 1 ALTER_TABLE employees
--   ALTER_COLUMN employees.id
--   ALTER_COLUMN employees.department_id
--   ALTER_COLUMN departments.id
--   ALTER_COLUMN departments.head_id
-- covet:guard fails employees.id: SELECT 1 FROM `employees` WHERE `id` < -2147483648 OR `id` > 2147483647
-- covet:guard fails employees.department_id: SELECT 1 FROM `employees` WHERE `department_id` < -2147483648 OR `department_id` > 2147483647
-- covet:guard fails departments.id: SELECT 1 FROM `departments` WHERE `id` < -2147483648 OR `id` > 2147483647
-- covet:guard fails departments.head_id: SELECT 1 FROM `departments` WHERE `head_id` < -2147483648 OR `head_id` > 2147483647
ALTER TABLE `departments` DROP FOREIGN KEY `departments_head`;
ALTER TABLE `employees` DROP FOREIGN KEY `employees_department`;
ALTER TABLE `employees` MODIFY COLUMN `id` int NOT NULL, MODIFY COLUMN `department_id` int NOT NULL;
ALTER TABLE `departments` MODIFY COLUMN `id` int NOT NULL, MODIFY COLUMN `head_id` int;
ALTER TABLE `departments` ADD CONSTRAINT `departments_head` FOREIGN KEY (`head_id`) REFERENCES `employees` (`id`) ON DELETE SET NULL;
ALTER TABLE `employees` ADD CONSTRAINT `employees_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`);
