-- covet migration 20260102000000_alter_column_users_email
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@9cfb9e7a
-- after:  users@c9ca4bcc

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.email (test/cases/column-set-not-null/after.covet:3)
-- covet:guard fails users.email: SELECT 1 FROM "users" WHERE "email" IS NULL
ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.email
ALTER TABLE "users" ALTER COLUMN "email" DROP NOT NULL;
