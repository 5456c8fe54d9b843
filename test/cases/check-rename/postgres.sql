-- covet migration 20260102000000_rename_constraint_users_age_positive
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@bb4a0ca2
-- after:  users@ceaa9309

-- covet:forward
-- covet:step 1 RENAME_CONSTRAINT users.age_positive (test/cases/check-rename/after.covet:3)
ALTER TABLE "users" RENAME CONSTRAINT "age_positive" TO "users_age_positive";

-- covet:backward
-- covet:step 1 RENAME_CONSTRAINT users.users_age_positive
ALTER TABLE "users" RENAME CONSTRAINT "users_age_positive" TO "age_positive";
