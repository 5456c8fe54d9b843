-- covet migration 20260102000000_rename_constraint_users_uq_email
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@8e127f49
-- after:  users@58c3e596

-- covet:forward
-- covet:step 1 RENAME_CONSTRAINT users.uq_email (test/cases/unique-rename/after.covet:3)
ALTER TABLE "users" RENAME CONSTRAINT "uq_email" TO "users_email";

-- covet:backward
-- covet:step 1 RENAME_CONSTRAINT users.users_email
ALTER TABLE "users" RENAME CONSTRAINT "users_email" TO "uq_email";
