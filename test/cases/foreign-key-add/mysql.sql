-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: posts@4f9feb69
-- after:  posts@d04a402b

-- covet:forward
-- covet:step 1 ADD_INDEX posts.posts_user_id_idx
ALTER TABLE `posts` ADD INDEX `posts_user_id_idx` (`user_id`);

-- covet:step 2 ADD_FOREIGN_KEY posts.posts_user (test/cases/foreign-key-add/after.covet:6)
-- covet:guard fails posts.posts_user: SELECT 1 FROM `posts` AS `c` WHERE c.`user_id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `users` AS `p` WHERE p.`id` = c.`user_id`)
ALTER TABLE `posts` ADD CONSTRAINT `posts_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE;

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY posts.posts_user
ALTER TABLE `posts` DROP FOREIGN KEY `posts_user`;

-- covet:step 2 DROP_INDEX posts.posts_user_id_idx
ALTER TABLE `posts` DROP INDEX `posts_user_id_idx`;
