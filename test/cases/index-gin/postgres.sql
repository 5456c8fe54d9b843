-- covet migration 20260102000000_add_index_posts_posts_body
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_posts
-- before: posts@edbbc422
-- after:  posts@a31eef68

-- covet:forward
-- covet:step 1 ADD_INDEX posts.posts_body (test/cases/index-gin/after.covet:5)
CREATE INDEX "posts_body" ON "posts" USING gin ("body" jsonb_path_ops);

-- covet:backward
-- covet:step 1 DROP_INDEX posts.posts_body
DROP INDEX "posts_body";
