-- covet migration 20260102000000_add_check_orders_orders_check2_and_2_more
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_init
-- before: orders@475d0486, refunds@6a5d494c
-- after:  orders@1c02b681, refunds@e1ef8a2a

-- covet:forward
-- covet:step 1 ADD_CHECK orders.orders_check2
-- covet:guard fails orders.orders_check2: SELECT 1 FROM `orders` WHERE NOT (`total` < 10000)
ALTER TABLE `orders` ADD CONSTRAINT `orders_check2` CHECK (`total` < 10000);

-- covet:step 2 ADD_CHECK orders.orders_check3
-- covet:guard fails orders.orders_check3: SELECT 1 FROM `orders` WHERE NOT (`tip` < 10000)
ALTER TABLE `orders` ADD CONSTRAINT `orders_check3` CHECK (`tip` < 10000);

-- covet:step 3 ADD_CHECK refunds.refunds_check1
-- covet:guard fails refunds.refunds_check1: SELECT 1 FROM `refunds` WHERE NOT (`paid` < 10000)
ALTER TABLE `refunds` ADD CONSTRAINT `refunds_check1` CHECK (`paid` < 10000);

-- covet:backward
-- covet:step 1 DROP_CHECK refunds.refunds_check1
ALTER TABLE `refunds` DROP CONSTRAINT `refunds_check1`;

-- covet:step 2 DROP_CHECK orders.orders_check3
ALTER TABLE `orders` DROP CONSTRAINT `orders_check3`;

-- covet:step 3 DROP_CHECK orders.orders_check2
ALTER TABLE `orders` DROP CONSTRAINT `orders_check2`;
