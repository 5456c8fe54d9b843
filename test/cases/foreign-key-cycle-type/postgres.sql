-- covet migration 20260102000000_alter_column_departments_head_id_and_3_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: departments@9012e810, employees@4fb460c2
-- after:  departments@611a929b, employees@00883221

-- covet:forward
-- covet:step 1 ALTER_COLUMN departments.head_id (test/cases/foreign-key-cycle-type/after.covet:3)
ALTER TABLE "departments" ALTER COLUMN "head_id" TYPE bigint;

-- covet:step 2 ALTER_COLUMN departments.id (test/cases/foreign-key-cycle-type/after.covet:2)
ALTER TABLE "departments" ALTER COLUMN "id" TYPE bigint;

-- covet:step 3 ALTER_COLUMN employees.department_id (test/cases/foreign-key-cycle-type/after.covet:10)
ALTER TABLE "employees" ALTER COLUMN "department_id" TYPE bigint;

-- covet:step 4 ALTER_COLUMN employees.id (test/cases/foreign-key-cycle-type/after.covet:9)
ALTER TABLE "employees" ALTER COLUMN "id" TYPE bigint;

-- covet:backward
-- covet:step 1 ALTER_COLUMN employees.id
-- covet:guard fails employees.id: SELECT 1 FROM "employees" WHERE "id" < -2147483648 OR "id" > 2147483647
ALTER TABLE "employees" ALTER COLUMN "id" TYPE integer;

-- covet:step 2 ALTER_COLUMN employees.department_id
-- covet:guard fails employees.department_id: SELECT 1 FROM "employees" WHERE "department_id" < -2147483648 OR "department_id" > 2147483647
ALTER TABLE "employees" ALTER COLUMN "department_id" TYPE integer;

-- covet:step 3 ALTER_COLUMN departments.id
-- covet:guard fails departments.id: SELECT 1 FROM "departments" WHERE "id" < -2147483648 OR "id" > 2147483647
ALTER TABLE "departments" ALTER COLUMN "id" TYPE integer;

-- covet:step 4 ALTER_COLUMN departments.head_id
-- covet:guard fails departments.head_id: SELECT 1 FROM "departments" WHERE "head_id" < -2147483648 OR "head_id" > 2147483647
ALTER TABLE "departments" ALTER COLUMN "head_id" TYPE integer;
