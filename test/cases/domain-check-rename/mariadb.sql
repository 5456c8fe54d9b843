-- covet migration 20260102000000_alter_check_items_items_check
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_items
-- before: items@5eb508bd
-- after:  items@5eb508bd

-- covet:forward
-- covet:step 1 ALTER_CHECK items.items_check
-- covet:guard fails items.items_check: SELECT 1 FROM `items` WHERE NOT (`costs` > 1)
ALTER TABLE `items` DROP CONSTRAINT `items_check`, ADD CONSTRAINT `items_check` CHECK (`costs` > 1);

-- covet:backward
-- covet:step 1 ALTER_CHECK items.items_check
-- covet:guard fails items.items_check: SELECT 1 FROM `items` WHERE NOT (`costs` > 0)
ALTER TABLE `items` DROP CONSTRAINT `items_check`, ADD CONSTRAINT `items_check` CHECK (`costs` > 0);
