-- covet migration 20260102000000_rename_table_posts_and_1_more
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: articles@-, posts@059aa723
-- after:  articles@0c8b91c4, posts@50fcc392

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
