-- covet migration 20260102000000_rename_enum_role
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: role@bc0b8bee, user_role@-
-- after:  role@-, user_role@c09dba2e

-- covet:forward
-- covet:step 1 RENAME_ENUM role (test/cases/enum-rename/after.covet:1)
ALTER TYPE "role" RENAME TO "user_role";

-- covet:backward
-- covet:step 1 RENAME_ENUM user_role
ALTER TYPE "user_role" RENAME TO "role";
