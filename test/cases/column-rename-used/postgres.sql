-- covet migration 20260102000000_rename_column_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: users@c0da51cc
-- after:  users@c2eae7e9

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.name (test/cases/column-rename-used/after.covet:3)
ALTER TABLE "users" RENAME COLUMN "name" TO "full_name";

-- covet:backward
-- covet:step 1 RENAME_COLUMN users.full_name
ALTER TABLE "users" RENAME COLUMN "full_name" TO "name";
