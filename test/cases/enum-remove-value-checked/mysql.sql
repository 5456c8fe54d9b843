-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_posts
-- before: posts@2edeb74d
-- after:  posts@784f54c8

-- covet:forward
-- covet:step 1 ALTER_TABLE posts (test/cases/enum-remove-value-checked/after.covet:4)
--   ALTER_COLUMN posts.state
--   ALTER_CHECK posts.posts_state
-- covet:guard fails posts.state: SELECT 1 FROM `posts` WHERE `state` NOT IN ('draft', 'live')
-- covet:guard fails posts.posts_state: SELECT 1 FROM `posts` WHERE NOT (state in ('draft', 'live'))
ALTER TABLE `posts` DROP CHECK `posts_state`, MODIFY COLUMN `state` enum('draft','live') NOT NULL, ADD CONSTRAINT `posts_state` CHECK (state in ('draft', 'live'));

-- covet:backward
-- covet:step 1 ALTER_TABLE posts
--   ALTER_CHECK posts.posts_state
--   ALTER_COLUMN posts.state
-- covet:guard fails posts.posts_state: SELECT 1 FROM `posts` WHERE NOT (`state` in ('draft','live','gone'))
ALTER TABLE `posts` DROP CHECK `posts_state`, MODIFY COLUMN `state` enum('draft','live','gone') NOT NULL, ADD CONSTRAINT `posts_state` CHECK (`state` in ('draft','live','gone'));
