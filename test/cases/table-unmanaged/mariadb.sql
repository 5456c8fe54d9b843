-- covet migration 20260102000000_create_table_orders
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- before: orders@-
-- after:  orders@465b8041

-- covet:forward
-- covet:step 1 CREATE_TABLE orders (test/cases/table-unmanaged/after.covet:4)
CREATE TABLE `orders` (
  `id` int NOT NULL,
  `legacy_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `orders_legacy_id_fkey` FOREIGN KEY (`legacy_id`) REFERENCES `legacy` (`id`),
  INDEX `orders_legacy_id_idx` (`legacy_id`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE orders
-- covet:guard loses orders: SELECT 1 FROM `orders`
DROP TABLE `orders`;
