-- covet migration 20260102000000_create_table_nodes
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- before: nodes@-
-- after:  nodes@79c5ed99

-- covet:forward
-- covet:step 1 CREATE_TABLE nodes (test/cases/table-create-self-reference/after.covet:1)
CREATE TABLE `nodes` (
  `id` int NOT NULL,
  `parent_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `nodes_parent_id_fkey` FOREIGN KEY (`parent_id`) REFERENCES `nodes` (`id`) ON DELETE CASCADE,
  INDEX `nodes_parent_id_idx` (`parent_id`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE nodes
-- covet:guard loses nodes: SELECT 1 FROM `nodes`
DROP TABLE `nodes`;
