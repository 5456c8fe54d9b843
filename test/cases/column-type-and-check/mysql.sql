-- covet migration 20260102000000_alter_jobs
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_jobs
-- before: jobs@a0959983
-- after:  jobs@1bba80e8

-- covet:forward
-- covet:step 1 ALTER_COLUMN jobs.active (test/cases/column-type-and-check/after.covet:4)
ALTER TABLE `jobs` MODIFY COLUMN `active` int NOT NULL;

-- covet:step 2 ALTER_TABLE jobs (test/cases/column-type-and-check/after.covet:3)
--   ALTER_COLUMN jobs.k
--   ALTER_CHECK jobs.jobs_k
-- covet:guard fails jobs.k: SELECT 1 FROM `jobs` WHERE `k` NOT REGEXP '^[[:space:]]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[[:space:]]*$'
-- covet:guard fails jobs.k: SELECT 1 FROM `jobs` WHERE ROUND(CAST(`k` AS DECIMAL(65, 30))) < -2147483648 OR ROUND(CAST(`k` AS DECIMAL(65, 30))) > 2147483647
-- covet:guard loses jobs.k: SELECT 1 FROM `jobs` WHERE `k` REGEXP '[eE]' OR CAST(`k` AS DECIMAL(65, 30)) <> ROUND(CAST(`k` AS DECIMAL(65, 30)))
ALTER TABLE `jobs` DROP CHECK `jobs_k`, MODIFY COLUMN `k` int, ADD CONSTRAINT `jobs_k` CHECK (k in (1, 2));

-- covet:backward
-- covet:step 1 ALTER_TABLE jobs
--   ALTER_CHECK jobs.jobs_k
--   ALTER_COLUMN jobs.k
ALTER TABLE `jobs` DROP CHECK `jobs_k`, MODIFY COLUMN `k` text, ADD CONSTRAINT `jobs_k` CHECK (`k` in ('1','2'));

-- covet:step 2 ALTER_COLUMN jobs.active
-- covet:guard fails jobs.active: SELECT 1 FROM `jobs` WHERE `active` < -128 OR `active` > 127
ALTER TABLE `jobs` MODIFY COLUMN `active` tinyint(1) NOT NULL;
