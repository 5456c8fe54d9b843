-- covet migration 20260102000000_alter_items
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_items
-- before: items@9103b5c9
-- after:  items@800af462

-- covet:forward
-- covet:step 1 ALTER_COLUMN items.many (test/cases/domain-base-type/after.covet:5)
ALTER TABLE `items` MODIFY COLUMN `many` bigint NOT NULL DEFAULT 1;

-- covet:step 2 ALTER_COLUMN items.more (test/cases/domain-base-type/after.covet:6)
ALTER TABLE `items` MODIFY COLUMN `more` bigint DEFAULT 1;

-- covet:backward
-- covet:step 1 ALTER_COLUMN items.more
-- covet:guard fails items.more: SELECT 1 FROM `items` WHERE `more` < -2147483648 OR `more` > 2147483647
ALTER TABLE `items` MODIFY COLUMN `more` int DEFAULT 1;

-- covet:step 2 ALTER_COLUMN items.many
-- covet:guard fails items.many: SELECT 1 FROM `items` WHERE `many` < -2147483648 OR `many` > 2147483647
ALTER TABLE `items` MODIFY COLUMN `many` int NOT NULL DEFAULT 1;
