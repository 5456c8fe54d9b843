-- covet migration 20260102000000_drop_column_users_role_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: user_role@cead4756, users@a392a31b
-- after:  user_role@-, users@05c9a71a

-- covet:forward
-- covet:step 1 DROP_COLUMN users.role
-- covet:guard loses users.role: SELECT 1 FROM "users" WHERE "role" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "role";

-- covet:step 2 DROP_ENUM user_role
DROP TYPE "user_role";

-- covet:backward
-- covet:step 1 CREATE_ENUM user_role
CREATE TYPE "user_role" AS ENUM ('guest', 'member');

-- covet:step 2 ADD_COLUMN users.role
ALTER TABLE "users" ADD COLUMN "role" "user_role";
