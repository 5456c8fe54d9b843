-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: posts@9af4f505
-- after:  posts@1c530645

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY posts.posts_user
ALTER TABLE "posts" DROP CONSTRAINT "posts_user";

-- covet:step 2 DROP_COLUMN posts.user_id
-- covet:guard loses posts.user_id: SELECT 1 FROM "posts" WHERE "user_id" IS NOT NULL
ALTER TABLE "posts" DROP COLUMN "user_id";

-- covet:backward
-- covet:step 1 ADD_COLUMN posts.user_id
ALTER TABLE "posts" ADD COLUMN "user_id" integer;

-- covet:step 2 ADD_FOREIGN_KEY posts.posts_user
ALTER TABLE "posts" ADD CONSTRAINT "posts_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
