-- covet migration 20260102000000_alter_foreign_key_posts_posts_user
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: posts@9616db62
-- after:  posts@06129dfb

-- covet:forward
-- covet:step 1 ALTER_FOREIGN_KEY posts.posts_user (test/cases/foreign-key-deferrable/after.covet:6)
ALTER TABLE "posts" ALTER CONSTRAINT "posts_user" DEFERRABLE INITIALLY DEFERRED;

-- covet:backward
-- covet:step 1 ALTER_FOREIGN_KEY posts.posts_user
ALTER TABLE "posts" ALTER CONSTRAINT "posts_user" NOT DEFERRABLE;
