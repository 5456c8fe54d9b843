-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@05c9a71a
-- after:  users@4a8bcc0d

-- covet:forward
-- covet:step 1 ADD_COLUMN users.age (test/cases/column-add-check/after.covet:3)
ALTER TABLE "users" ADD COLUMN "age" integer;

-- covet:step 2 ADD_CHECK users.users_age_check (test/cases/column-add-check/after.covet:3)
-- covet:guard fails users.users_age_check: SELECT 1 FROM (SELECT NULL::integer AS "age" FROM "users") AS "users" WHERE NOT (age > 0 and age < 150)
ALTER TABLE "users" ADD CONSTRAINT "users_age_check" CHECK (age > 0 and age < 150);

-- covet:backward
-- covet:step 1 DROP_CHECK users.users_age_check
ALTER TABLE "users" DROP CONSTRAINT "users_age_check";

-- covet:step 2 DROP_COLUMN users.age
-- covet:guard loses users.age: SELECT 1 FROM "users" WHERE "age" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "age";
