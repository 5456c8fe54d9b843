-- covet migration 20260102000000_init
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- before: departments@-, employees@-
-- after:  departments@263ba4f8, employees@bf1cd23f

-- covet:forward
-- covet:step 1 CREATE_TABLE departments (test/cases/table-create-foreign-key-cycle/after.covet:1)
CREATE TABLE "departments" (
  "id" integer PRIMARY KEY,
  "head_id" integer,
  FOREIGN KEY ("head_id") REFERENCES "employees" ("id")
);

-- covet:step 2 CREATE_TABLE employees (test/cases/table-create-foreign-key-cycle/after.covet:5)
--   CREATE_TABLE employees
--   ADD_FOREIGN_KEY employees.<foreign key department_id>
CREATE TABLE "employees" (
  "id" integer PRIMARY KEY,
  "department_id" integer NOT NULL,
  FOREIGN KEY ("department_id") REFERENCES "departments" ("id")
);

-- covet:backward
-- covet:step 1 DROP_TABLE departments
-- covet:guard loses departments: SELECT 1 FROM "departments"
DROP TABLE "departments";

-- covet:step 2 DROP_TABLE employees
--   DROP_TABLE employees
--   DROP_FOREIGN_KEY employees.<foreign key department_id>
-- covet:guard loses employees: SELECT 1 FROM "employees"
DROP TABLE "employees";
