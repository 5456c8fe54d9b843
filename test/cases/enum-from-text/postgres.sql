-- covet migration 20260102000000_create_enum_user_role_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: user_role@-, users@b3ddb277
-- after:  user_role@c09dba2e, users@e4f9d782

-- covet:forward
-- covet:step 1 CREATE_ENUM user_role (test/cases/enum-from-text/after.covet:1)
CREATE TYPE "user_role" AS ENUM ('guest', 'admin');

-- covet:step 2 ALTER_COLUMN users.role (test/cases/enum-from-text/after.covet:4)
-- covet:guard fails users.role: SELECT 1 FROM "users" WHERE "role" NOT IN ('guest', 'admin')
ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT, ALTER COLUMN "role" TYPE "user_role" USING "role"::"user_role", ALTER COLUMN "role" SET DEFAULT 'guest';

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.role
ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT, ALTER COLUMN "role" TYPE text, ALTER COLUMN "role" SET DEFAULT 'guest'::text;

-- covet:step 2 DROP_ENUM user_role
DROP TYPE "user_role";
