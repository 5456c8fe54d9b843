-- covet migration 20260102000001_alter_column_users_role
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260102000000_alter_enum_user_role
-- before: users@e4f9d782
-- after:  users@e4f9d782

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.role (test/cases/enum-add-value-and-use/after.covet:4)
ALTER TABLE "users" ALTER COLUMN "role" SET DEFAULT 'member';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.role
ALTER TABLE "users" ALTER COLUMN "role" SET DEFAULT 'guest'::user_role;
