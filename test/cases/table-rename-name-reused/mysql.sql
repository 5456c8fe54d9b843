-- covet migration 20260102000000_rename_table_posts_and_1_more
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: articles@-, posts@e056d380
-- after:  articles@067e8d63, posts@58b69e15

-- covet:forward
-- covet:step 1 RENAME_TABLE posts (test/cases/table-rename-name-reused/after.covet:1)
RENAME TABLE `posts` TO `articles`;

-- covet:step 2 CREATE_TABLE posts (test/cases/table-rename-name-reused/after.covet:13)
CREATE TABLE `posts` (
  `slug` varchar(40) NOT NULL,
  `article_id` int,
  PRIMARY KEY (`slug`),
  CONSTRAINT `posts_article_id_fkey` FOREIGN KEY (`article_id`) REFERENCES `articles` (`id`),
  INDEX `posts_article_id_idx` (`article_id`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE posts
-- covet:guard loses posts: SELECT 1 FROM `posts`
DROP TABLE `posts`;

-- covet:step 2 RENAME_TABLE articles
RENAME TABLE `articles` TO `posts`;
