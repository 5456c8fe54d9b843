-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_posts
-- before: posts@a340a081
-- after:  posts@a340a081

-- covet:forward
-- covet:step 1 ALTER_CHECK posts.posts_state_check (test/cases/check-change/after.covet:3)
-- covet:guard fails posts.posts_state_check: SELECT 1 FROM "posts" WHERE NOT (state in ('draft', 'live', 'gone'))
ALTER TABLE "posts" DROP CONSTRAINT "posts_state_check";
ALTER TABLE "posts" ADD CONSTRAINT "posts_state_check" CHECK (state in ('draft', 'live', 'gone'));

-- covet:step 2 ALTER_CHECK posts.posts_title (test/cases/check-change/after.covet:4)
-- covet:guard fails posts.posts_title: SELECT 1 FROM "posts" WHERE NOT (length(title) > 2)
ALTER TABLE "posts" DROP CONSTRAINT "posts_title";
ALTER TABLE "posts" ADD CONSTRAINT "posts_title" CHECK (length(title) > 2);

-- covet:backward
-- covet:step 1 ALTER_CHECK posts.posts_title
-- covet:guard fails posts.posts_title: SELECT 1 FROM "posts" WHERE NOT ((length(title) > 1))
ALTER TABLE "posts" DROP CONSTRAINT "posts_title";
ALTER TABLE "posts" ADD CONSTRAINT "posts_title" CHECK ((length(title) > 1));

-- covet:step 2 ALTER_CHECK posts.posts_state_check
-- covet:guard fails posts.posts_state_check: SELECT 1 FROM "posts" WHERE NOT ((state = ANY (ARRAY['draft'::text, 'live'::text])))
ALTER TABLE "posts" DROP CONSTRAINT "posts_state_check";
ALTER TABLE "posts" ADD CONSTRAINT "posts_state_check" CHECK ((state = ANY (ARRAY['draft'::text, 'live'::text])));
