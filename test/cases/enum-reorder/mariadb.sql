-- covet migration 20260102000000_alter_column_shirts_size
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_shirts
-- before: shirts@7dbfdc86
-- after:  shirts@3f9e8037

-- covet:forward
-- covet:step 1 ALTER_COLUMN shirts.size (test/cases/enum-reorder/after.covet:4)
ALTER TABLE `shirts` MODIFY COLUMN `size` enum('small','medium','large') NOT NULL;

-- covet:backward
-- covet:step 1 ALTER_COLUMN shirts.size
ALTER TABLE `shirts` MODIFY COLUMN `size` enum('large','small','medium') NOT NULL;
