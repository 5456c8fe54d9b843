-- covet migration 20260102000000_drop_foreign_key_posts_posts_user_id_fkey
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: posts@6a336612
-- after:  posts@16c11d38

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY posts.posts_user_id_fkey
ALTER TABLE "posts" DROP CONSTRAINT "posts_user_id_fkey";

-- covet:backward
-- covet:step 1 ADD_FOREIGN_KEY posts.posts_user_id_fkey
-- covet:guard fails posts.posts_user_id_fkey: SELECT 1 FROM "posts" c WHERE c."user_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" p WHERE p."id" = c."user_id")
ALTER TABLE "posts" ADD CONSTRAINT "posts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
