-- covet migration 20260102000000_rename_column_users_age
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@be611d18
-- after:  users@dc5cd564

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.age (test/cases/column-rename-and-retype/after.covet:3)
ALTER TABLE "users" RENAME COLUMN "age" TO "years";

-- covet:backward
-- covet:step 1 RENAME_COLUMN users.years
ALTER TABLE "users" RENAME COLUMN "years" TO "age";
