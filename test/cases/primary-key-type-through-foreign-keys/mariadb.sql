-- covet migration 20260102000000_alter_column_likes_post_id_and_7_more
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: likes@025ba226, posts@c3d18209, users@f9c3e913
-- after:  likes@27a35945, posts@2cb84069, users@046b1a66

-- covet:forward
-- covet:step 1 ALTER_TABLE likes (test/cases/primary-key-type-through-foreign-keys/after.covet:17)
--   ALTER_COLUMN likes.post_id
--   ALTER_COLUMN likes.user_id
--   ALTER_COLUMN posts.id
--   ALTER_COLUMN posts.number
--   ALTER_COLUMN posts.user_id
--   ALTER_COLUMN users.id
--   ALTER_COLUMN users.manager_id
--   ALTER_COLUMN users.number
ALTER TABLE `likes` DROP FOREIGN KEY `likes_post`;
ALTER TABLE `likes` DROP FOREIGN KEY `likes_user`;
ALTER TABLE `posts` DROP FOREIGN KEY `posts_number`;
ALTER TABLE `posts` DROP FOREIGN KEY `posts_user`;
ALTER TABLE `users` DROP FOREIGN KEY `users_manager_id_fkey`;
ALTER TABLE `likes` MODIFY COLUMN `user_id` bigint NOT NULL, MODIFY COLUMN `post_id` bigint NOT NULL;
ALTER TABLE `posts` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT, MODIFY COLUMN `user_id` bigint NOT NULL, MODIFY COLUMN `number` bigint;
ALTER TABLE `users` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT, MODIFY COLUMN `manager_id` bigint, MODIFY COLUMN `number` bigint NOT NULL;
ALTER TABLE `likes` ADD CONSTRAINT `likes_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`);
ALTER TABLE `likes` ADD CONSTRAINT `likes_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);
ALTER TABLE `posts` ADD CONSTRAINT `posts_number` FOREIGN KEY (`number`) REFERENCES `users` (`number`) ON UPDATE CASCADE;
ALTER TABLE `posts` ADD CONSTRAINT `posts_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE;
ALTER TABLE `users` ADD CONSTRAINT `users_manager_id_fkey` FOREIGN KEY (`manager_id`) REFERENCES `users` (`id`) ON DELETE SET NULL;

-- covet:backward
-- covet:step 1 ALTER_TABLE users
--   ALTER_COLUMN users.number
--   ALTER_COLUMN users.manager_id
--   ALTER_COLUMN users.id
--   ALTER_COLUMN posts.user_id
--   ALTER_COLUMN posts.number
--   ALTER_COLUMN posts.id
--   ALTER_COLUMN likes.user_id
--   ALTER_COLUMN likes.post_id
-- covet:guard fails users.number: SELECT 1 FROM `users` WHERE `number` < -2147483648 OR `number` > 2147483647
-- covet:guard fails users.manager_id: SELECT 1 FROM `users` WHERE `manager_id` < -2147483648 OR `manager_id` > 2147483647
-- covet:guard fails users.id: SELECT 1 FROM `users` WHERE `id` < -2147483648 OR `id` > 2147483647
-- covet:guard fails posts.user_id: SELECT 1 FROM `posts` WHERE `user_id` < -2147483648 OR `user_id` > 2147483647
-- covet:guard fails posts.number: SELECT 1 FROM `posts` WHERE `number` < -2147483648 OR `number` > 2147483647
-- covet:guard fails posts.id: SELECT 1 FROM `posts` WHERE `id` < -2147483648 OR `id` > 2147483647
-- covet:guard fails likes.user_id: SELECT 1 FROM `likes` WHERE `user_id` < -2147483648 OR `user_id` > 2147483647
-- covet:guard fails likes.post_id: SELECT 1 FROM `likes` WHERE `post_id` < -2147483648 OR `post_id` > 2147483647
ALTER TABLE `likes` DROP FOREIGN KEY `likes_post`;
ALTER TABLE `likes` DROP FOREIGN KEY `likes_user`;
ALTER TABLE `posts` DROP FOREIGN KEY `posts_number`;
ALTER TABLE `posts` DROP FOREIGN KEY `posts_user`;
ALTER TABLE `users` DROP FOREIGN KEY `users_manager_id_fkey`;
ALTER TABLE `users` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, MODIFY COLUMN `manager_id` int, MODIFY COLUMN `number` int NOT NULL;
ALTER TABLE `posts` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, MODIFY COLUMN `user_id` int NOT NULL, MODIFY COLUMN `number` int;
ALTER TABLE `likes` MODIFY COLUMN `user_id` int NOT NULL, MODIFY COLUMN `post_id` int NOT NULL;
ALTER TABLE `likes` ADD CONSTRAINT `likes_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`);
ALTER TABLE `likes` ADD CONSTRAINT `likes_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);
ALTER TABLE `posts` ADD CONSTRAINT `posts_number` FOREIGN KEY (`number`) REFERENCES `users` (`number`) ON UPDATE CASCADE;
ALTER TABLE `posts` ADD CONSTRAINT `posts_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE;
ALTER TABLE `users` ADD CONSTRAINT `users_manager_id_fkey` FOREIGN KEY (`manager_id`) REFERENCES `users` (`id`) ON DELETE SET NULL;
