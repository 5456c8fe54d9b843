-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@3e389c78
-- after:  users@242dc4f7

-- covet:forward
-- covet:step 1 DROP_INDEX users.users_email_idx
DROP INDEX "users_email_idx";

-- covet:step 2 DROP_COLUMN users.email
-- covet:guard loses users.email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "email";

-- covet:backward
-- covet:step 1 ADD_COLUMN users.email
ALTER TABLE "users" ADD COLUMN "email" text;

-- covet:step 2 ADD_INDEX users.users_email_idx
CREATE INDEX "users_email_idx" ON "users" ("email");
