-- covet migration 20260102000000_init
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- before: billing.invoices@-, schema billing@-
-- after:  billing.invoices@b3b86876, schema billing@35cb9bc3

-- covet:forward
-- covet:step 1 CREATE_SCHEMA billing (test/cases/schema-create/after.covet:2)
CREATE DATABASE `billing`;

-- covet:step 2 CREATE_TABLE billing.invoices (test/cases/schema-create/after.covet:4)
CREATE TABLE `billing`.`invoices` (
  `id` int NOT NULL,
  `state` enum('open','paid') NOT NULL DEFAULT 'open',
  `parent_id` int,
  PRIMARY KEY (`id`),
  CONSTRAINT `invoices_parent_id_fkey` FOREIGN KEY (`parent_id`) REFERENCES `billing`.`invoices` (`id`),
  INDEX `invoices_parent_id_idx` (`parent_id`)
);

-- covet:backward
-- covet:step 1 DROP_TABLE billing.invoices
-- covet:guard loses billing.invoices: SELECT 1 FROM `billing`.`invoices`
DROP TABLE `billing`.`invoices`;

-- covet:step 2 DROP_SCHEMA billing
-- covet:guard loses billing: SELECT 1 FROM information_schema.tables WHERE table_schema = 'billing' AND table_name NOT IN ('invoices') UNION ALL SELECT 1 FROM information_schema.routines WHERE routine_schema = 'billing' UNION ALL SELECT 1 FROM information_schema.triggers WHERE trigger_schema = 'billing' UNION ALL SELECT 1 FROM information_schema.events WHERE event_schema = 'billing'
DROP DATABASE `billing`;
