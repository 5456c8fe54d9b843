-- covet migration 20260102000000_rename_constraint_posts_fk1
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: posts@6ffbb412
-- after:  posts@6015dfae

-- covet:forward
-- covet:step 1 RENAME_CONSTRAINT posts.fk1 (test/cases/foreign-key-rename/after.covet:6)
ALTER TABLE `posts` DROP FOREIGN KEY `fk1`, ADD CONSTRAINT `posts_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);

-- covet:backward
-- covet:step 1 RENAME_CONSTRAINT posts.posts_user
ALTER TABLE `posts` DROP FOREIGN KEY `posts_user`, ADD CONSTRAINT `fk1` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);
