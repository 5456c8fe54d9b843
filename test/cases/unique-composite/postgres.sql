-- covet migration 20260102000000_alter_unique_users_users_email
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@69b466ea
-- after:  users@9014fcda

-- covet:forward
-- covet:step 1 ALTER_UNIQUE users.users_email (test/cases/unique-composite/after.covet:6)
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "tenant" IS NOT NULL AND "email" IS NOT NULL GROUP BY "tenant", "email" HAVING count(*) > 1
ALTER TABLE "users" DROP CONSTRAINT "users_email";
ALTER TABLE "users" ADD CONSTRAINT "users_email" UNIQUE ("tenant", "email");

-- covet:backward
-- covet:step 1 ALTER_UNIQUE users.users_email
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
ALTER TABLE "users" DROP CONSTRAINT "users_email";
ALTER TABLE "users" ADD CONSTRAINT "users_email" UNIQUE ("email");
