-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@d98f525a
-- after:  users@3afd1a17

-- covet:forward
-- covet:step 1 ADD_COLUMN users.manager_id (test/cases/column-add-foreign-key/after.covet:3)
ALTER TABLE `users` ADD COLUMN `manager_id` int;

-- covet:step 2 ADD_INDEX users.users_manager_id_idx
ALTER TABLE `users` ADD INDEX `users_manager_id_idx` (`manager_id`);

-- covet:step 3 ADD_FOREIGN_KEY users.users_manager_id_fkey (test/cases/column-add-foreign-key/after.covet:3)
ALTER TABLE `users` ADD CONSTRAINT `users_manager_id_fkey` FOREIGN KEY (`manager_id`) REFERENCES `users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY users.users_manager_id_fkey
ALTER TABLE `users` DROP FOREIGN KEY `users_manager_id_fkey`;

-- covet:step 2 DROP_INDEX users.users_manager_id_idx
ALTER TABLE `users` DROP INDEX `users_manager_id_idx`;

-- covet:step 3 DROP_COLUMN users.manager_id
-- covet:guard loses users.manager_id: SELECT 1 FROM `users` WHERE `manager_id` IS NOT NULL
ALTER TABLE `users` DROP COLUMN `manager_id`;
