-- covet migration 20260102000000_alter_tenants
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_tenants
-- before: tenants@08401511
-- after:  tenants@84d87c1b

-- covet:forward
-- covet:step 1 ALTER_TABLE tenants (test/cases/enum-rename-lookalikes/after.covet:8)
--   RENAME_ENUM_VALUE tenants.plan.free
--   RENAME_ENUM_VALUE tenants.plan.pro
--   ALTER_COLUMN tenants.plan
--   ALTER_CHECK tenants.tenants_plan
-- covet:guard fails tenants.tenants_plan: SELECT 1 FROM (SELECT CASE `plan` WHEN 'free' THEN 'trial' WHEN 'pro' THEN 'professional' ELSE `plan` END AS `plan` FROM `tenants`) AS `tenants` WHERE NOT (plan in ('trial', 'professional'))
ALTER TABLE `tenants` DROP CHECK `tenants_plan`, MODIFY COLUMN `plan` enum('free','pro','trial','professional') NOT NULL DEFAULT 'free';
UPDATE `tenants` SET `plan` = CASE `plan` WHEN 'free' THEN 'trial' WHEN 'pro' THEN 'professional' ELSE `plan` END WHERE `plan` IN ('free', 'pro');
ALTER TABLE `tenants` MODIFY COLUMN `plan` enum('trial','professional','free') NOT NULL DEFAULT 'trial', ADD CONSTRAINT `tenants_plan` CHECK (plan in ('trial', 'professional'));

-- covet:backward
-- covet:step 1 ALTER_TABLE tenants
--   ALTER_CHECK tenants.tenants_plan
--   ALTER_COLUMN tenants.plan
--   RENAME_ENUM_VALUE tenants.plan.professional
--   RENAME_ENUM_VALUE tenants.plan.trial
-- covet:guard fails tenants.tenants_plan: SELECT 1 FROM (SELECT CASE `plan` WHEN 'professional' THEN 'pro' WHEN 'trial' THEN 'free' ELSE `plan` END AS `plan` FROM `tenants`) AS `tenants` WHERE NOT (`plan` in ('free','pro'))
-- covet:guard fails tenants.plan: SELECT 1 FROM `tenants` WHERE `plan` NOT IN ('trial', 'professional')
ALTER TABLE `tenants` DROP CHECK `tenants_plan`, MODIFY COLUMN `plan` enum('trial','professional','free','pro') NOT NULL DEFAULT 'trial';
UPDATE `tenants` SET `plan` = CASE `plan` WHEN 'professional' THEN 'pro' WHEN 'trial' THEN 'free' ELSE `plan` END WHERE `plan` IN ('professional', 'trial');
ALTER TABLE `tenants` MODIFY COLUMN `plan` enum('free','pro') NOT NULL DEFAULT 'free', ADD CONSTRAINT `tenants_plan` CHECK (`plan` in ('free','pro'));
