-- covet migration 20260102000000_drop_foreign_key_employees_employees_d_and_2_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: departments@e1f455d3, employees@4fb460c2
-- after:  departments@-, employees@-

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY employees.employees_department
ALTER TABLE "employees" DROP CONSTRAINT "employees_department";

-- covet:step 2 DROP_TABLE departments
-- covet:guard loses departments: SELECT 1 FROM "departments"
DROP TABLE "departments";

-- covet:step 3 DROP_TABLE employees
-- covet:guard loses employees: SELECT 1 FROM "employees"
DROP TABLE "employees";

-- covet:backward
-- covet:step 1 CREATE_TABLE employees
CREATE TABLE "employees" (
  "id" integer NOT NULL,
  "department_id" integer NOT NULL,
  CONSTRAINT "employees_pkey" PRIMARY KEY ("id")
);

-- covet:step 2 CREATE_TABLE departments
CREATE TABLE "departments" (
  "id" integer NOT NULL,
  "head_id" integer,
  CONSTRAINT "departments_head" FOREIGN KEY ("head_id") REFERENCES "employees" ("id"),
  CONSTRAINT "departments_pkey" PRIMARY KEY ("id")
);

-- covet:step 3 ADD_FOREIGN_KEY employees.employees_department
ALTER TABLE "employees" ADD CONSTRAINT "employees_department" FOREIGN KEY ("department_id") REFERENCES "departments" ("id");
