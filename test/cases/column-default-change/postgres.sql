-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@53536c44
-- after:  users@53536c44

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.role (test/cases/column-default-change/after.covet:3)
ALTER TABLE "users" ALTER COLUMN "role" SET DEFAULT 'member';

-- covet:step 2 ALTER_COLUMN users.seen (test/cases/column-default-change/after.covet:4)
ALTER TABLE "users" ALTER COLUMN "seen" SET DEFAULT now();

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.seen
ALTER TABLE "users" ALTER COLUMN "seen" SET DEFAULT '2000-01-01 00:00:00+00'::timestamp with time zone;

-- covet:step 2 ALTER_COLUMN users.role
ALTER TABLE "users" ALTER COLUMN "role" SET DEFAULT 'guest'::character varying;
