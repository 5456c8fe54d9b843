-- covet migration 20260102000000_alter_orders
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_orders
-- before: orders@d2e9e6d7
-- after:  orders@742a5e1d

-- covet:forward
-- covet:step 1 DROP_CHECK orders.orders_check
ALTER TABLE `orders` DROP CONSTRAINT `orders_check`;

-- covet:step 2 DROP_CHECK orders.orders_check2
ALTER TABLE `orders` DROP CONSTRAINT `orders_check2`;

-- covet:backward
-- covet:step 1 ADD_CHECK orders.orders_check2
-- covet:guard fails orders.orders_check2: SELECT 1 FROM `orders` WHERE NOT (`tip` >= 0)
ALTER TABLE `orders` ADD CONSTRAINT `orders_check2` CHECK (`tip` >= 0);

-- covet:step 2 ADD_CHECK orders.orders_check
-- covet:guard fails orders.orders_check: SELECT 1 FROM `orders` WHERE NOT (`total` >= 0)
ALTER TABLE `orders` ADD CONSTRAINT `orders_check` CHECK (`total` >= 0);
