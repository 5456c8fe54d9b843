-- covet migration 20260102000000_rename_enum_value_user_role_superuser
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: user_role@a2cc6b06
-- after:  user_role@c09dba2e

-- covet:forward
-- covet:step 1 RENAME_ENUM_VALUE user_role.superuser (test/cases/enum-rename-value/after.covet:1)
ALTER TYPE "user_role" RENAME VALUE 'superuser' TO 'admin';

-- covet:backward
-- covet:step 1 RENAME_ENUM_VALUE user_role.admin
ALTER TYPE "user_role" RENAME VALUE 'admin' TO 'superuser';
