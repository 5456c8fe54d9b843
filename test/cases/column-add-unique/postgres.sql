-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@05c9a71a
-- after:  users@8cee1cae

-- covet:forward
-- covet:step 1 ADD_COLUMN users.email (test/cases/column-add-unique/after.covet:3)
ALTER TABLE "users" ADD COLUMN "email" text;

-- covet:step 2 ADD_UNIQUE users.users_email_key (test/cases/column-add-unique/after.covet:3)
ALTER TABLE "users" ADD CONSTRAINT "users_email_key" UNIQUE ("email");

-- covet:backward
-- covet:step 1 DROP_UNIQUE users.users_email_key
ALTER TABLE "users" DROP CONSTRAINT "users_email_key";

-- covet:step 2 DROP_COLUMN users.email
-- covet:guard loses users.email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "email";
