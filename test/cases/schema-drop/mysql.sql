-- covet migration 20260102000000_drop_table_billing_invoices_and_1_more
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: billing.invoices@321ec83d, schema billing@35cb9bc3
-- after:  billing.invoices@-, schema billing@-

-- covet:forward
-- covet:step 1 DROP_TABLE billing.invoices
-- covet:guard loses billing.invoices: SELECT 1 FROM `billing`.`invoices`
DROP TABLE `billing`.`invoices`;

-- covet:step 2 DROP_SCHEMA billing
-- covet:guard loses billing: SELECT 1 FROM information_schema.tables WHERE table_schema = 'billing' AND table_name NOT IN ('invoices') UNION ALL SELECT 1 FROM information_schema.routines WHERE routine_schema = 'billing' UNION ALL SELECT 1 FROM information_schema.triggers WHERE trigger_schema = 'billing' UNION ALL SELECT 1 FROM information_schema.events WHERE event_schema = 'billing'
DROP DATABASE `billing`;

-- covet:backward
-- covet:step 1 CREATE_SCHEMA billing
CREATE DATABASE `billing`;

-- covet:step 2 CREATE_TABLE billing.invoices
CREATE TABLE `_covet_moved_invoices` (
  `id` int NOT NULL,
  `user_id` int NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `invoices_user_id_fkey` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`),
  INDEX `invoices_user_id_idx` (`user_id`)
);
RENAME TABLE `_covet_moved_invoices` TO `billing`.`invoices`;
