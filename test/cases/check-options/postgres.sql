-- covet migration 20260102000000_add_check_users_users_age
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@b6c97f1f
-- after:  users@4df90f50

-- covet:forward
-- covet:step 1 ADD_CHECK users.users_age (test/cases/check-options/after.covet:5)
ALTER TABLE "users" ADD CONSTRAINT "users_age" CHECK (age > 0) NO INHERIT NOT VALID;

-- covet:backward
-- covet:step 1 DROP_CHECK users.users_age
ALTER TABLE "users" DROP CONSTRAINT "users_age";
