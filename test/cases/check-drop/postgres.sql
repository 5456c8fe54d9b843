-- covet migration 20260102000000_drop_check_users_users_age_check
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@4a8bcc0d
-- after:  users@b6c97f1f

-- covet:forward
-- covet:step 1 DROP_CHECK users.users_age_check
ALTER TABLE "users" DROP CONSTRAINT "users_age_check";

-- covet:backward
-- covet:step 1 ADD_CHECK users.users_age_check
-- covet:guard fails users.users_age_check: SELECT 1 FROM "users" WHERE NOT ((age > 0))
ALTER TABLE "users" ADD CONSTRAINT "users_age_check" CHECK ((age > 0));
