-- covet migration 20260102000000_drop_column_users_nickname
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@3789ea95
-- after:  users@5d2e327f

-- covet:forward
-- covet:step 1 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM "users" WHERE "nickname" IS DISTINCT FROM 'anon'::text
ALTER TABLE "users" DROP COLUMN "nickname";

-- covet:backward
-- covet:step 1 ADD_COLUMN users.nickname
ALTER TABLE "users" ADD COLUMN "nickname" text DEFAULT 'anon'::text NOT NULL;
