-- covet migration 20260102000000_alter_items
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_items
-- before: items@f01086be
-- after:  items@308987b2

-- covet:forward
-- covet:step 1 RENAME_COLUMN items.label (test/cases/column-rename-name-reused/after.covet:3)
ALTER TABLE `items` DROP CHECK `items_words`, RENAME COLUMN `label` TO `caption`, ADD CONSTRAINT `items_words` CHECK (`caption` <> '');

-- covet:step 2 ADD_COLUMN items.label (test/cases/column-rename-name-reused/after.covet:4)
ALTER TABLE `items` ADD COLUMN `label` varchar(20);

-- covet:backward
-- covet:step 1 DROP_COLUMN items.label
-- covet:guard loses items.label: SELECT 1 FROM `items` WHERE `label` IS NOT NULL
ALTER TABLE `items` DROP COLUMN `label`;

-- covet:step 2 RENAME_COLUMN items.caption
ALTER TABLE `items` DROP CHECK `items_words`, RENAME COLUMN `caption` TO `label`, ADD CONSTRAINT `items_words` CHECK (`label` <> '');
