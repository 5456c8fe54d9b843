-- covet migration 20260102000000_add_column_users_full_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@39557297
-- after:  users@c20ffaa7

-- covet:forward
-- covet:step 1 ADD_COLUMN users.full_name (test/cases/column-add-generated/after.covet:5)
ALTER TABLE "users" ADD COLUMN "full_name" text GENERATED ALWAYS AS (first || ' ' || last) STORED;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.full_name
ALTER TABLE "users" DROP COLUMN "full_name";
