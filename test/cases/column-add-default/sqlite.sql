-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ed49d45a
-- after:  users@7ea6d266

-- covet:forward
-- covet:step 1 ADD_COLUMN users.nickname (test/cases/column-add-default/after.covet:3)
ALTER TABLE "users" ADD COLUMN "nickname" text NOT NULL DEFAULT 'anon';

-- covet:step 2 ADD_COLUMN users.points (test/cases/column-add-default/after.covet:4)
ALTER TABLE "users" ADD COLUMN "points" integer NOT NULL DEFAULT 0;

-- covet:step 3 ADD_COLUMN users.ratio (test/cases/column-add-default/after.covet:5)
ALTER TABLE "users" ADD COLUMN "ratio" decimal(5, 2) DEFAULT -1.50;

-- covet:step 4 ADD_COLUMN users.active (test/cases/column-add-default/after.covet:6)
ALTER TABLE "users" ADD COLUMN "active" boolean NOT NULL DEFAULT true;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.active
-- covet:guard loses users.active: SELECT 1 FROM "users" WHERE "active" IS NOT 1
ALTER TABLE "users" DROP COLUMN "active";

-- covet:step 2 DROP_COLUMN users.ratio
-- covet:guard loses users.ratio: SELECT 1 FROM "users" WHERE "ratio" IS NOT -1.50
ALTER TABLE "users" DROP COLUMN "ratio";

-- covet:step 3 DROP_COLUMN users.points
-- covet:guard loses users.points: SELECT 1 FROM "users" WHERE "points" IS NOT 0
ALTER TABLE "users" DROP COLUMN "points";

-- covet:step 4 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM "users" WHERE "nickname" IS NOT 'anon'
ALTER TABLE "users" DROP COLUMN "nickname";
