-- covet migration 20260102000000_create_enum_user_role_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: user_role@-, users@05c9a71a
-- after:  user_role@b3e52f71, users@e4f9d782

-- covet:forward
-- covet:step 1 CREATE_ENUM user_role (test/cases/enum-create/after.covet:1)
CREATE TYPE "user_role" AS ENUM ('guest', 'member', '3D artist');

-- covet:step 2 ADD_COLUMN users.role (test/cases/enum-create/after.covet:4)
ALTER TABLE "users" ADD COLUMN "role" "user_role" DEFAULT 'guest' NOT NULL;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.role
-- covet:guard loses users.role: SELECT 1 FROM "users" WHERE "role" IS DISTINCT FROM 'guest'
ALTER TABLE "users" DROP COLUMN "role";

-- covet:step 2 DROP_ENUM user_role
DROP TYPE "user_role";
