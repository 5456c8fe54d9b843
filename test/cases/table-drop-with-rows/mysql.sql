-- covet migration 20260102000000_drop_table_notes
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: notes@2b0aa490
-- after:  notes@-

-- covet:forward
-- covet:step 1 DROP_TABLE notes
-- covet:guard loses notes: SELECT 1 FROM `notes`
DROP TABLE `notes`;

-- covet:backward
-- covet:step 1 CREATE_TABLE notes
CREATE TABLE `notes` (
  `id` int NOT NULL,
  `body` text,
  PRIMARY KEY (`id`)
);
