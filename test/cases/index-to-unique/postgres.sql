-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@2aef5a2c
-- after:  users@559b26b7

-- covet:forward
-- covet:step 1 DROP_INDEX users.users_email
DROP INDEX "users_email";

-- covet:step 2 DROP_INDEX users.users_phone
DROP INDEX "users_phone";

-- covet:step 3 ADD_UNIQUE users.users_email (test/cases/index-to-unique/after.covet:3)
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
ALTER TABLE "users" ADD CONSTRAINT "users_email" UNIQUE ("email");

-- covet:step 4 ADD_UNIQUE users.users_phone (test/cases/index-to-unique/after.covet:4)
-- covet:guard fails users.users_phone: SELECT 1 FROM "users" WHERE "phone" IS NOT NULL GROUP BY "phone" HAVING count(*) > 1
ALTER TABLE "users" ADD CONSTRAINT "users_phone" UNIQUE ("phone");

-- covet:backward
-- covet:step 1 DROP_UNIQUE users.users_phone
ALTER TABLE "users" DROP CONSTRAINT "users_phone";

-- covet:step 2 DROP_UNIQUE users.users_email
ALTER TABLE "users" DROP CONSTRAINT "users_email";

-- covet:step 3 ADD_INDEX users.users_phone
-- covet:guard fails users.users_phone: SELECT 1 FROM "users" WHERE "phone" IS NOT NULL GROUP BY "phone" HAVING count(*) > 1
CREATE UNIQUE INDEX "users_phone" ON "users" ("phone");

-- covet:step 4 ADD_INDEX users.users_email
CREATE INDEX "users_email" ON "users" ("email");
