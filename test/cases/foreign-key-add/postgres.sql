-- covet migration 20260102000000_add_foreign_key_posts_posts_user
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: posts@16c11d38
-- after:  posts@92affa13

-- covet:forward
-- covet:step 1 ADD_FOREIGN_KEY posts.posts_user (test/cases/foreign-key-add/after.covet:6)
-- covet:guard fails posts.posts_user: SELECT 1 FROM "posts" c WHERE c."user_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" p WHERE p."id" = c."user_id")
ALTER TABLE "posts" ADD CONSTRAINT "posts_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE;

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY posts.posts_user
ALTER TABLE "posts" DROP CONSTRAINT "posts_user";
