-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_posts
-- before: posts@1c530645
-- after:  posts@ff266a96

-- covet:forward
-- covet:step 1 ADD_COLUMN posts.labels (test/cases/column-array/after.covet:3)
ALTER TABLE "posts" ADD COLUMN "labels" text[] DEFAULT '{}' NOT NULL;

-- covet:step 2 ADD_COLUMN posts.grid (test/cases/column-array/after.covet:4)
ALTER TABLE "posts" ADD COLUMN "grid" integer[];

-- covet:backward
-- covet:step 1 DROP_COLUMN posts.grid
-- covet:guard loses posts.grid: SELECT 1 FROM "posts" WHERE "grid" IS NOT NULL
ALTER TABLE "posts" DROP COLUMN "grid";

-- covet:step 2 DROP_COLUMN posts.labels
-- covet:guard loses posts.labels: SELECT 1 FROM "posts" WHERE "labels" IS DISTINCT FROM '{}'
ALTER TABLE "posts" DROP COLUMN "labels";
