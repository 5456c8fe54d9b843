-- covet migration 20260102000000_add_index_users_users_email_live
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@c4957712
-- after:  users@35d06ba2

-- covet:forward
-- covet:step 1 ADD_INDEX users.users_email_live (test/cases/unique-partial/after.covet:6)
-- covet:guard fails users.users_email_live: SELECT 1 FROM "users" WHERE "email" IS NOT NULL AND (not gone) GROUP BY "email" HAVING count(*) > 1
CREATE UNIQUE INDEX "users_email_live" ON "users" ("email") WHERE not gone;

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_email_live
DROP INDEX "users_email_live";
