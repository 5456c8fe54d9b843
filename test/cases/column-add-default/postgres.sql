-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@05c9a71a
-- after:  users@6998ede0

-- covet:forward
-- covet:step 1 ADD_COLUMN users.nickname (test/cases/column-add-default/after.covet:3)
ALTER TABLE "users" ADD COLUMN "nickname" text DEFAULT 'anon' NOT NULL;

-- covet:step 2 ADD_COLUMN users.points (test/cases/column-add-default/after.covet:4)
ALTER TABLE "users" ADD COLUMN "points" integer DEFAULT 0 NOT NULL;

-- covet:step 3 ADD_COLUMN users.ratio (test/cases/column-add-default/after.covet:5)
ALTER TABLE "users" ADD COLUMN "ratio" numeric(5,2) DEFAULT -1.50;

-- covet:step 4 ADD_COLUMN users.active (test/cases/column-add-default/after.covet:6)
ALTER TABLE "users" ADD COLUMN "active" boolean DEFAULT true NOT NULL;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.active
-- covet:guard loses users.active: SELECT 1 FROM "users" WHERE "active" IS DISTINCT FROM true
ALTER TABLE "users" DROP COLUMN "active";

-- covet:step 2 DROP_COLUMN users.ratio
-- covet:guard loses users.ratio: SELECT 1 FROM "users" WHERE "ratio" IS DISTINCT FROM -1.50
ALTER TABLE "users" DROP COLUMN "ratio";

-- covet:step 3 DROP_COLUMN users.points
-- covet:guard loses users.points: SELECT 1 FROM "users" WHERE "points" IS DISTINCT FROM 0
ALTER TABLE "users" DROP COLUMN "points";

-- covet:step 4 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM "users" WHERE "nickname" IS DISTINCT FROM 'anon'
ALTER TABLE "users" DROP COLUMN "nickname";
