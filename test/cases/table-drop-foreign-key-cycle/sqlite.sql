-- covet migration 20260102000000_drop_foreign_key_employees_employees_d_and_2_more
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: departments@7f596408, employees@f26efaff
-- after:  departments@-, employees@-

-- covet:forward
-- covet:step 1 DROP_TABLE departments
-- covet:guard loses departments: SELECT 1 FROM "departments"
DROP TABLE "departments";

-- covet:step 2 DROP_TABLE employees
--   DROP_TABLE employees
--   DROP_FOREIGN_KEY employees.employees_department
-- covet:guard loses employees: SELECT 1 FROM "employees"
DROP TABLE "employees";

-- covet:backward
-- covet:step 1 CREATE_TABLE departments
CREATE TABLE "departments" (
  "id" integer PRIMARY KEY,
  "head_id" integer,
  CONSTRAINT "departments_head" FOREIGN KEY ("head_id") REFERENCES "employees" ("id")
);

-- covet:step 2 CREATE_TABLE employees
--   CREATE_TABLE employees
--   ADD_FOREIGN_KEY employees.employees_department
CREATE TABLE "employees" (
  "id" integer PRIMARY KEY,
  "department_id" integer NOT NULL,
  CONSTRAINT "employees_department" FOREIGN KEY ("department_id") REFERENCES "departments" ("id")
);
