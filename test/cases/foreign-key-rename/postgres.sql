-- covet migration 20260102000000_rename_constraint_posts_fk1
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: posts@acf59596
-- after:  posts@9616db62

-- covet:forward
-- covet:step 1 RENAME_CONSTRAINT posts.fk1 (test/cases/foreign-key-rename/after.covet:6)
ALTER TABLE "posts" RENAME CONSTRAINT "fk1" TO "posts_user";

-- covet:backward
-- covet:step 1 RENAME_CONSTRAINT posts.posts_user
ALTER TABLE "posts" RENAME CONSTRAINT "posts_user" TO "fk1";
