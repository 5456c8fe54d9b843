-- covet migration 20260102000000_add_unique_users_users_email
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@9cfb9e7a
-- after:  users@7ba2d326

-- covet:forward
-- covet:step 1 ADD_UNIQUE users.users_email (test/cases/unique-nulls-not-distinct/after.covet:5)
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE true GROUP BY "email" HAVING count(*) > 1
ALTER TABLE "users" ADD CONSTRAINT "users_email" UNIQUE NULLS NOT DISTINCT ("email") INCLUDE ("id");

-- covet:backward
-- covet:step 1 DROP_UNIQUE users.users_email
ALTER TABLE "users" DROP CONSTRAINT "users_email";
