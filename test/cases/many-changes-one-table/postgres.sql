-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: users@3068b830
-- after:  users@1b787945

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.name (test/cases/many-changes-one-table/after.covet:3)
ALTER TABLE "users" RENAME COLUMN "name" TO "full_name";

-- covet:step 2 DROP_COLUMN users.legacy
-- covet:guard loses users.legacy: SELECT 1 FROM "users" WHERE "legacy" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "legacy";

-- covet:step 3 ADD_COLUMN users.email (test/cases/many-changes-one-table/after.covet:5)
ALTER TABLE "users" ADD COLUMN "email" text;

-- covet:step 4 ALTER_COLUMN users.age (test/cases/many-changes-one-table/after.covet:4)
-- covet:guard fails users.age: SELECT 1 FROM "users" WHERE "age" IS NULL
ALTER TABLE "users" ALTER COLUMN "age" TYPE bigint, ALTER COLUMN "age" SET DEFAULT 18, ALTER COLUMN "age" SET NOT NULL;

-- covet:step 5 ALTER_COLUMN users.full_name (test/cases/many-changes-one-table/after.covet:3)
-- covet:guard fails users.full_name: SELECT 1 FROM "users" WHERE length("name"::text) > 100
-- covet:guard fails users.full_name: SELECT 1 FROM "users" WHERE "name" IS NULL
ALTER TABLE "users" ALTER COLUMN "full_name" TYPE character varying(100), ALTER COLUMN "full_name" SET NOT NULL;

-- covet:step 6 ADD_CHECK users.users_age_check (test/cases/many-changes-one-table/after.covet:4)
-- covet:guard fails users.users_age_check: SELECT 1 FROM "users" WHERE NOT (age > 0)
ALTER TABLE "users" ADD CONSTRAINT "users_age_check" CHECK (age > 0);

-- covet:step 7 ADD_UNIQUE users.users_email_key (test/cases/many-changes-one-table/after.covet:5)
ALTER TABLE "users" ADD CONSTRAINT "users_email_key" UNIQUE ("email");

-- covet:step 8 ALTER_INDEX users.users_age (test/cases/many-changes-one-table/after.covet:8)
DROP INDEX "users_age";
CREATE INDEX "users_age" ON "users" ("age", "full_name");

-- covet:backward
-- covet:step 1 ALTER_INDEX users.users_age
DROP INDEX "users_age";
CREATE INDEX "users_age" ON "users" ("age");

-- covet:step 2 DROP_UNIQUE users.users_email_key
ALTER TABLE "users" DROP CONSTRAINT "users_email_key";

-- covet:step 3 DROP_CHECK users.users_age_check
ALTER TABLE "users" DROP CONSTRAINT "users_age_check";

-- covet:step 4 ALTER_COLUMN users.full_name
ALTER TABLE "users" ALTER COLUMN "full_name" TYPE text, ALTER COLUMN "full_name" DROP NOT NULL;

-- covet:step 5 ALTER_COLUMN users.age
-- covet:guard fails users.age: SELECT 1 FROM "users" WHERE "age" < -32768 OR "age" > 32767
ALTER TABLE "users" ALTER COLUMN "age" DROP DEFAULT, ALTER COLUMN "age" TYPE smallint, ALTER COLUMN "age" DROP NOT NULL;

-- covet:step 6 DROP_COLUMN users.email
-- covet:guard loses users.email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "email";

-- covet:step 7 ADD_COLUMN users.legacy
ALTER TABLE "users" ADD COLUMN "legacy" integer;

-- covet:step 8 RENAME_COLUMN users.full_name
ALTER TABLE "users" RENAME COLUMN "full_name" TO "name";
