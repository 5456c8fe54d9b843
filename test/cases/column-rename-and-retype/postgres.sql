-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@4a3e0e00
-- after:  users@0942f74f

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.age (test/cases/column-rename-and-retype/after.covet:3)
ALTER TABLE "users" RENAME COLUMN "age" TO "years";

-- covet:step 2 ALTER_COLUMN users.years (test/cases/column-rename-and-retype/after.covet:3)
ALTER TABLE "users" ALTER COLUMN "years" TYPE bigint;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.years
-- covet:guard fails users.years: SELECT 1 FROM "users" WHERE "years" < -32768 OR "years" > 32767
ALTER TABLE "users" ALTER COLUMN "years" TYPE smallint;

-- covet:step 2 RENAME_COLUMN users.years
ALTER TABLE "users" RENAME COLUMN "years" TO "age";
