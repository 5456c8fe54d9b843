-- covet migration 20260102000000_alter_column_users_score
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@38bf04e9
-- after:  users@38bf04e9

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.score (test/cases/column-default-raw/after.covet:3)
ALTER TABLE "users" ALTER COLUMN "score" SET DEFAULT ((2 + 3) * 4);

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.score
ALTER TABLE "users" ALTER COLUMN "score" SET DEFAULT 1;
