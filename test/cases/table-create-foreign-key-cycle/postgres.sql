-- covet migration 20260102000000_init
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: departments@-, employees@-
-- after:  departments@e8d721a5, employees@602e9bff

-- covet:forward
-- covet:step 1 CREATE_TABLE employees (test/cases/table-create-foreign-key-cycle/after.covet:5)
CREATE TABLE "employees" (
  "id" integer NOT NULL,
  "department_id" integer NOT NULL,
  CONSTRAINT "employees_pkey" PRIMARY KEY ("id")
);

-- covet:step 2 CREATE_TABLE departments (test/cases/table-create-foreign-key-cycle/after.covet:1)
CREATE TABLE "departments" (
  "id" integer NOT NULL,
  "head_id" integer,
  CONSTRAINT "departments_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "departments_head_id_fkey" FOREIGN KEY ("head_id") REFERENCES "employees" ("id")
);

-- covet:step 3 ADD_FOREIGN_KEY employees.employees_department_id_fkey (test/cases/table-create-foreign-key-cycle/after.covet:7)
ALTER TABLE "employees" ADD CONSTRAINT "employees_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments" ("id");

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY employees.employees_department_id_fkey
ALTER TABLE "employees" DROP CONSTRAINT "employees_department_id_fkey";

-- covet:step 2 DROP_TABLE departments
-- covet:guard loses departments: SELECT 1 FROM "departments"
DROP TABLE "departments";

-- covet:step 3 DROP_TABLE employees
-- covet:guard loses employees: SELECT 1 FROM "employees"
DROP TABLE "employees";
