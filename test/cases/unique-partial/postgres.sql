-- covet migration 20260102000000_add_index_users_users_email_live
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@b0fd59ed
-- after:  users@8566f9da

-- covet:forward
-- covet:step 1 ADD_INDEX users.users_email_live (test/cases/unique-partial/after.covet:6)
-- covet:guard fails users.users_email_live: SELECT 1 FROM "users" WHERE (not gone) AND "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
CREATE UNIQUE INDEX "users_email_live" ON "users" ("email") WHERE (not gone);

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_email_live
DROP INDEX "users_email_live";
