-- covet migration 20260102000000_add_column_users_nickname
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@05c9a71a
-- after:  users@414343fd

-- covet:forward
-- covet:step 1 ADD_COLUMN users.nickname (test/cases/column-add/after.covet:3)
ALTER TABLE "users" ADD COLUMN "nickname" text;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM "users" WHERE "nickname" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "nickname";
