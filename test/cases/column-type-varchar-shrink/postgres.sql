-- covet migration 20260102000000_alter_column_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@833ed771
-- after:  users@eb89652d

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.name (test/cases/column-type-varchar-shrink/after.covet:3)
-- covet:guard fails users.name: SELECT 1 FROM "users" WHERE length("name"::text) > 10
ALTER TABLE "users" ALTER COLUMN "name" TYPE character varying(10);

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.name
ALTER TABLE "users" ALTER COLUMN "name" TYPE character varying(20);
