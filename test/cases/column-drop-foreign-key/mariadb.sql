-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: posts@36d3361f
-- after:  posts@fdd46ee5

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY posts.posts_user
ALTER TABLE `posts` DROP FOREIGN KEY `posts_user`;

-- covet:step 2 DROP_INDEX posts.posts_user_id_idx
ALTER TABLE `posts` DROP INDEX `posts_user_id_idx`;

-- covet:step 3 DROP_COLUMN posts.user_id
-- covet:guard loses posts.user_id: SELECT 1 FROM `posts` WHERE `user_id` IS NOT NULL
ALTER TABLE `posts` DROP COLUMN `user_id`;

-- covet:backward
-- covet:step 1 ADD_COLUMN posts.user_id
ALTER TABLE `posts` ADD COLUMN `user_id` int;

-- covet:step 2 ADD_INDEX posts.posts_user_id_idx
ALTER TABLE `posts` ADD INDEX `posts_user_id_idx` (`user_id`);

-- covet:step 3 ADD_FOREIGN_KEY posts.posts_user
ALTER TABLE `posts` ADD CONSTRAINT `posts_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);
