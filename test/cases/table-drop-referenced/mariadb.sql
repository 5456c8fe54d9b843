-- covet migration 20260102000000_drop_foreign_key_notes_notes_user_id_f_and_3_more
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: notes@ebcf8426, users@d98f525a
-- after:  notes@f23574e4, users@-

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY notes.notes_user_id_fkey
ALTER TABLE `notes` DROP FOREIGN KEY `notes_user_id_fkey`;

-- covet:step 2 DROP_INDEX notes.notes_user_id_idx
ALTER TABLE `notes` DROP INDEX `notes_user_id_idx`;

-- covet:step 3 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM `users`
DROP TABLE `users`;

-- covet:step 4 DROP_COLUMN notes.user_id
-- covet:guard loses notes.user_id: SELECT 1 FROM `notes`
ALTER TABLE `notes` DROP COLUMN `user_id`;

-- covet:backward
-- covet:step 1 ADD_COLUMN notes.user_id
-- covet:guard fails notes.user_id: SELECT 1 FROM `notes`
ALTER TABLE `notes` ADD COLUMN `user_id` int NOT NULL;

-- covet:step 2 CREATE_TABLE users
CREATE TABLE `users` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
);

-- covet:step 3 ADD_INDEX notes.notes_user_id_idx
ALTER TABLE `notes` ADD INDEX `notes_user_id_idx` (`user_id`);

-- covet:step 4 ADD_FOREIGN_KEY notes.notes_user_id_fkey
ALTER TABLE `notes` ADD CONSTRAINT `notes_user_id_fkey` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);
