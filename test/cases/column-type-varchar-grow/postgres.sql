-- covet migration 20260102000000_alter_column_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@eb89652d
-- after:  users@833ed771

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.name (test/cases/column-type-varchar-grow/after.covet:3)
ALTER TABLE "users" ALTER COLUMN "name" TYPE character varying(20);

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.name
-- covet:guard fails users.name: SELECT 1 FROM "users" WHERE length("name"::text) > 10
ALTER TABLE "users" ALTER COLUMN "name" TYPE character varying(10);
