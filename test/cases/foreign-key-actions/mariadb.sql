-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: posts@6c5aebfa
-- after:  posts@b0dcb82c

-- covet:forward
-- covet:step 1 ALTER_FOREIGN_KEY posts.fk_a (test/cases/foreign-key-actions/after.covet:6)
ALTER TABLE `posts` DROP FOREIGN KEY `fk_a`;
ALTER TABLE `posts` ADD CONSTRAINT `fk_a` FOREIGN KEY (`a`) REFERENCES `users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- covet:step 2 ALTER_FOREIGN_KEY posts.fk_b (test/cases/foreign-key-actions/after.covet:10)
ALTER TABLE `posts` DROP FOREIGN KEY `fk_b`;
ALTER TABLE `posts` ADD CONSTRAINT `fk_b` FOREIGN KEY (`b`) REFERENCES `users` (`id`) ON DELETE CASCADE;

-- covet:backward
-- covet:step 1 ALTER_FOREIGN_KEY posts.fk_b
ALTER TABLE `posts` DROP FOREIGN KEY `fk_b`;
ALTER TABLE `posts` ADD CONSTRAINT `fk_b` FOREIGN KEY (`b`) REFERENCES `users` (`id`);

-- covet:step 2 ALTER_FOREIGN_KEY posts.fk_a
ALTER TABLE `posts` DROP FOREIGN KEY `fk_a`;
ALTER TABLE `posts` ADD CONSTRAINT `fk_a` FOREIGN KEY (`a`) REFERENCES `users` (`id`);
