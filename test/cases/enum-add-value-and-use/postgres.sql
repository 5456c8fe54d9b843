-- covet migration 20260102000000_alter_enum_user_role
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: user_role@c09dba2e
-- after:  user_role@59e806ec

-- covet:forward
-- covet:step 1 ALTER_ENUM user_role (test/cases/enum-add-value-and-use/after.covet:1)
ALTER TYPE "user_role" ADD VALUE 'member';

-- covet:backward
-- covet:step 1 ALTER_ENUM user_role
-- covet:guard fails users.role: SELECT 1 FROM "users" WHERE "role"::text IN ('member')
ALTER TYPE "user_role" RENAME TO "_covet_user_role";
CREATE TYPE "user_role" AS ENUM ('guest', 'admin');
ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT, ALTER COLUMN "role" TYPE "user_role" USING "role"::text::"user_role", ALTER COLUMN "role" SET DEFAULT 'guest'::user_role;
DROP TYPE "_covet_user_role";
