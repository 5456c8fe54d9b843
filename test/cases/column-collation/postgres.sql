-- covet migration 20260102000000_alter_column_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@e5a09dd6
-- after:  users@84cdf392

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.name (test/cases/column-collation/after.covet:3)
ALTER TABLE "users" ALTER COLUMN "name" TYPE text COLLATE "C";

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.name
ALTER TABLE "users" ALTER COLUMN "name" TYPE text;
