-- covet migration 20260102000000_alter_payments
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_payments
-- before: payments@eb7f4520
-- after:  payments@89ffef5c

-- covet:forward
-- covet:step 1 ALTER_TABLE payments (test/cases/column-using-type/after.covet:3)
--   ALTER_COLUMN payments.amount
--   ALTER_CHECK payments.payments_check
-- covet:guard fails payments.amount: SELECT 1 FROM `payments` WHERE (cast(replace(amount, ',', '') as signed)) IS NULL
-- covet:guard fails payments.payments_check: SELECT 1 FROM (SELECT (cast(replace(amount, ',', '') as signed)) AS `amount` FROM `payments`) AS `payments` WHERE NOT (amount >= 0)
ALTER TABLE `payments` ADD COLUMN `_covet_kept_amount` int;
UPDATE `payments` SET `_covet_kept_amount` = (cast(replace(amount, ',', '') as signed));
ALTER TABLE `payments` DROP CHECK `payments_check`, DROP INDEX `payments_amount_idx`, DROP COLUMN `amount`, CHANGE COLUMN `_covet_kept_amount` `amount` int NOT NULL DEFAULT 0, ADD INDEX `payments_amount_idx` (`amount`), ADD CONSTRAINT `payments_check` CHECK (amount >= 0);

-- covet:backward
-- covet:step 1 ALTER_TABLE payments
--   ALTER_CHECK payments.payments_check
--   ALTER_COLUMN payments.amount
ALTER TABLE `payments` DROP CHECK `payments_check`, MODIFY COLUMN `amount` varchar(20) NOT NULL DEFAULT '0', ADD CONSTRAINT `payments_check` CHECK (`amount` <> '');
