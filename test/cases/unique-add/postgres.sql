-- covet migration 20260102000000_add_unique_users_users_email_key
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@c9ca4bcc
-- after:  users@c1db0bae

-- covet:forward
-- covet:step 1 ADD_UNIQUE users.users_email_key (test/cases/unique-add/after.covet:3)
-- covet:guard fails users.users_email_key: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
ALTER TABLE "users" ADD CONSTRAINT "users_email_key" UNIQUE ("email");

-- covet:backward
-- covet:step 1 DROP_UNIQUE users.users_email_key
ALTER TABLE "users" DROP CONSTRAINT "users_email_key";
