-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_posts
-- before: posts@66208470
-- after:  posts@66208470

-- covet:forward
-- covet:step 1 ALTER_CHECK posts.posts_check (test/cases/check-change/after.covet:3)
-- covet:guard fails posts.posts_check: SELECT 1 FROM `posts` WHERE NOT (state in ('draft', 'live', 'gone'))
ALTER TABLE `posts` DROP CHECK `posts_check`, ADD CONSTRAINT `posts_check` CHECK (state in ('draft', 'live', 'gone'));

-- covet:step 2 ALTER_CHECK posts.posts_title (test/cases/check-change/after.covet:4)
-- covet:guard fails posts.posts_title: SELECT 1 FROM `posts` WHERE NOT (length(title) > 2)
ALTER TABLE `posts` DROP CHECK `posts_title`, ADD CONSTRAINT `posts_title` CHECK (length(title) > 2);

-- covet:backward
-- covet:step 1 ALTER_CHECK posts.posts_title
-- covet:guard fails posts.posts_title: SELECT 1 FROM `posts` WHERE NOT (length(`title`) > 1)
ALTER TABLE `posts` DROP CHECK `posts_title`, ADD CONSTRAINT `posts_title` CHECK (length(`title`) > 1);

-- covet:step 2 ALTER_CHECK posts.posts_check
-- covet:guard fails posts.posts_check: SELECT 1 FROM `posts` WHERE NOT (`state` in ('draft','live'))
ALTER TABLE `posts` DROP CHECK `posts_check`, ADD CONSTRAINT `posts_check` CHECK (`state` in ('draft','live'));
