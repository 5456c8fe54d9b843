-- covet migration 20260102000000_add_check_posts_posts_check
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_posts
-- before: posts@c65411c1
-- after:  posts@524ada7b

-- covet:forward
-- covet:step 1 ADD_CHECK posts.posts_check
-- covet:guard fails posts.posts_check: SELECT 1 FROM `posts` WHERE NOT (`main` <> '')
ALTER TABLE `posts` ADD CONSTRAINT `posts_check` CHECK (`main` <> '');

-- covet:backward
-- covet:step 1 DROP_CHECK posts.posts_check
ALTER TABLE `posts` DROP CONSTRAINT `posts_check`;
