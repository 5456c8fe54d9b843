-- covet migration 20260102000000_init
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- before: comments@-, posts@-, users@-
-- after:  comments@1c9add5c, posts@177e5137, users@d98f525a

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/table-create-foreign-key-order/after.covet:10)
CREATE TABLE `users` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- covet:step 2 CREATE_TABLE posts (test/cases/table-create-foreign-key-order/after.covet:6)
CREATE TABLE `posts` (
  `id` int NOT NULL,
  `author_id` int NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `posts_author_id_fkey` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`),
  INDEX `posts_author_id_idx` (`author_id`)
);

-- covet:step 3 CREATE_TABLE comments (test/cases/table-create-foreign-key-order/after.covet:1)
CREATE TABLE `comments` (
  `id` int NOT NULL,
  `post_id` int NOT NULL,
  `author_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `comments_post_id_fkey` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE CASCADE,
  CONSTRAINT `comments_author_id_fkey` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  INDEX `comments_post_id_idx` (`post_id`),
  INDEX `comments_author_id_idx` (`author_id`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE comments
-- covet:guard loses comments: SELECT 1 FROM `comments`
DROP TABLE `comments`;

-- covet:step 2 DROP_TABLE posts
-- covet:guard loses posts: SELECT 1 FROM `posts`
DROP TABLE `posts`;

-- covet:step 3 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM `users`
DROP TABLE `users`;
