-- covet migration 20260102000000_alter_tags
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_tags
-- before: tags@fa2a3d7a
-- after:  tags@d4bc0f77

-- covet:forward
-- covet:step 1 ALTER_TABLE tags (test/cases/primary-key-change/after.covet:2)
--   DROP_PRIMARY_KEY tags.<primary key name>
--   ALTER_COLUMN tags.kind
--   ADD_PRIMARY_KEY tags.<primary key kind name>
-- covet:guard fails tags.kind: SELECT 1 FROM `tags` WHERE CHAR_LENGTH(`kind`) > 100
-- covet:guard fails tags.<primary key kind name>: SELECT 1 FROM `tags` WHERE `kind` IS NOT NULL AND `name` IS NOT NULL GROUP BY `kind`, `name` HAVING COUNT(*) > 1
ALTER TABLE `tags` DROP PRIMARY KEY, MODIFY COLUMN `kind` varchar(100) NOT NULL, ADD PRIMARY KEY (`kind`, `name`);

-- covet:backward
-- covet:step 1 ALTER_TABLE tags
--   DROP_PRIMARY_KEY tags.<primary key kind name>
--   ALTER_COLUMN tags.kind
--   ADD_PRIMARY_KEY tags.<primary key name>
-- covet:guard fails tags.<primary key name>: SELECT 1 FROM `tags` WHERE `name` IS NOT NULL GROUP BY `name` HAVING COUNT(*) > 1
ALTER TABLE `tags` DROP PRIMARY KEY, MODIFY COLUMN `kind` text NOT NULL, ADD PRIMARY KEY (`name`);
