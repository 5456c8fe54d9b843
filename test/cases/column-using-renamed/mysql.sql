-- covet migration 20260102000000_rename_table_articles_and_5_more
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_articles
-- before: articles@2258262a, posts@-
-- after:  articles@-, posts@0decc067

-- covet:forward
-- covet:step 1 RENAME_TABLE articles (test/cases/column-using-renamed/after.covet:1)
RENAME TABLE `articles` TO `posts`;

-- covet:step 2 RENAME_COLUMN posts.title (test/cases/column-using-renamed/after.covet:3)
ALTER TABLE `posts` RENAME COLUMN `title` TO `headline`;

-- covet:step 3 RENAME_COLUMN posts.words (test/cases/column-using-renamed/after.covet:5)
ALTER TABLE `posts` RENAME COLUMN `words` TO `word_count`;

-- covet:step 4 ADD_COLUMN posts.slug (test/cases/column-using-renamed/after.covet:4)
-- covet:guard fails posts.slug: SELECT 1 FROM (SELECT `title` AS `headline` FROM `articles`) AS `posts` WHERE (lower(replace(headline, ' ', '-'))) IS NULL
ALTER TABLE `posts` ADD COLUMN `slug` varchar(80);
UPDATE `posts` SET `slug` = (lower(replace(headline, ' ', '-')));
ALTER TABLE `posts` MODIFY COLUMN `slug` varchar(80) NOT NULL;

-- covet:step 5 ALTER_COLUMN posts.word_count (test/cases/column-using-renamed/after.covet:5)
-- covet:guard fails posts.word_count: SELECT 1 FROM (SELECT `title` AS `headline` FROM `articles`) AS `posts` WHERE (length(headline)) IS NULL
ALTER TABLE `posts` ADD COLUMN `_covet_kept_word_count` int;
UPDATE `posts` SET `_covet_kept_word_count` = (length(headline));
ALTER TABLE `posts` DROP COLUMN `word_count`, CHANGE COLUMN `_covet_kept_word_count` `word_count` int NOT NULL;

-- covet:step 6 ADD_INDEX posts.posts_slug_key (test/cases/column-using-renamed/after.covet:4)
-- covet:guard fails posts.posts_slug_key: SELECT 1 FROM (SELECT (lower(replace(`title`, ' ', '-'))) AS `slug` FROM `articles`) AS `posts` WHERE `slug` IS NOT NULL GROUP BY `slug` HAVING COUNT(*) > 1
ALTER TABLE `posts` ADD UNIQUE INDEX `posts_slug_key` (`slug`);

-- covet:backward
-- covet:step 1 DROP_INDEX posts.posts_slug_key
ALTER TABLE `posts` DROP INDEX `posts_slug_key`;

-- covet:step 2 ALTER_COLUMN posts.word_count
-- covet:guard fails posts.word_count: SELECT 1 FROM `posts` WHERE CHAR_LENGTH(`word_count`) > 10
ALTER TABLE `posts` MODIFY COLUMN `word_count` varchar(10);

-- covet:step 3 DROP_COLUMN posts.slug
-- covet:guard loses posts.slug: SELECT 1 FROM `posts`
ALTER TABLE `posts` DROP COLUMN `slug`;

-- covet:step 4 RENAME_COLUMN posts.word_count
ALTER TABLE `posts` RENAME COLUMN `word_count` TO `words`;

-- covet:step 5 RENAME_COLUMN posts.headline
ALTER TABLE `posts` RENAME COLUMN `headline` TO `title`;

-- covet:step 6 RENAME_TABLE posts
RENAME TABLE `posts` TO `articles`;
