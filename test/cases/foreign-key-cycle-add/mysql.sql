-- covet migration 20260102000000_create_table_sites_and_6_more
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: departments@6d2909cd, sites@-
-- after:  departments@2d4c7d42, sites@047b3d5d

-- covet:forward
-- covet:step 1 CREATE_TABLE sites (test/cases/foreign-key-cycle-add/after.covet:12)
CREATE TABLE `sites` (
  `id` int NOT NULL,
  `owner_id` int,
  `keeper_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `sites_owner` FOREIGN KEY (`owner_id`) REFERENCES `departments` (`id`),
  CONSTRAINT `sites_keeper` FOREIGN KEY (`keeper_id`) REFERENCES `employees` (`id`),
  INDEX `sites_owner_id_idx` (`owner_id`),
  INDEX `sites_keeper_id_idx` (`keeper_id`)
);

-- covet:step 2 ADD_COLUMN departments.head_id (test/cases/foreign-key-cycle-add/after.covet:3)
ALTER TABLE `departments` ADD COLUMN `head_id` int;

-- covet:step 3 ADD_COLUMN departments.site_id (test/cases/foreign-key-cycle-add/after.covet:4)
ALTER TABLE `departments` ADD COLUMN `site_id` int;

-- covet:step 4 ADD_INDEX departments.departments_head_id_idx
ALTER TABLE `departments` ADD INDEX `departments_head_id_idx` (`head_id`);

-- covet:step 5 ADD_INDEX departments.departments_site_id_idx
ALTER TABLE `departments` ADD INDEX `departments_site_id_idx` (`site_id`);

-- covet:step 6 ADD_FOREIGN_KEY departments.departments_head (test/cases/foreign-key-cycle-add/after.covet:3)
ALTER TABLE `departments` ADD CONSTRAINT `departments_head` FOREIGN KEY (`head_id`) REFERENCES `employees` (`id`) ON DELETE SET NULL;

-- covet:step 7 ADD_FOREIGN_KEY departments.departments_site (test/cases/foreign-key-cycle-add/after.covet:4)
ALTER TABLE `departments` ADD CONSTRAINT `departments_site` FOREIGN KEY (`site_id`) REFERENCES `sites` (`id`);

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY departments.departments_site
ALTER TABLE `departments` DROP FOREIGN KEY `departments_site`;

-- covet:step 2 DROP_FOREIGN_KEY departments.departments_head
ALTER TABLE `departments` DROP FOREIGN KEY `departments_head`;

-- covet:step 3 DROP_INDEX departments.departments_site_id_idx
ALTER TABLE `departments` DROP INDEX `departments_site_id_idx`;

-- covet:step 4 DROP_INDEX departments.departments_head_id_idx
ALTER TABLE `departments` DROP INDEX `departments_head_id_idx`;

-- covet:step 5 DROP_COLUMN departments.site_id
-- covet:guard loses departments.site_id: SELECT 1 FROM `departments` WHERE `site_id` IS NOT NULL
ALTER TABLE `departments` DROP COLUMN `site_id`;

-- covet:step 6 DROP_COLUMN departments.head_id
-- covet:guard loses departments.head_id: SELECT 1 FROM `departments` WHERE `head_id` IS NOT NULL
ALTER TABLE `departments` DROP COLUMN `head_id`;

-- covet:step 7 DROP_TABLE sites
-- covet:guard loses sites: SELECT 1 FROM `sites`
DROP TABLE `sites`;
