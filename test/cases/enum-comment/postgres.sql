-- covet migration 20260102000000_alter_enum_user_role
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: user_role@c09dba2e
-- after:  user_role@8e88d120

-- covet:forward
-- covet:step 1 ALTER_ENUM user_role (test/cases/enum-comment/after.covet:2)
COMMENT ON TYPE "user_role" IS 'What a person may do.';

-- covet:backward
-- covet:step 1 ALTER_ENUM user_role
COMMENT ON TYPE "user_role" IS NULL;
