-- covet migration 20260102000000_alter_column_cities_country_and_1_more
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_init
-- before: cities@4fbc9de4, countries@1f0559db
-- after:  cities@f13a908c, countries@4e437dbc

-- covet:forward
-- covet:step 1 ALTER_TABLE cities (test/cases/column-using-through-foreign-key/after.covet:8)
--   ALTER_COLUMN cities.country
--   ALTER_COLUMN countries.code
-- covet:guard fails cities.country: SELECT 1 FROM `cities` WHERE (cast(substr(country, 2) as signed)) IS NULL
-- covet:guard fails countries.code: SELECT 1 FROM `countries` WHERE (cast(substr(code, 2) as signed)) IS NULL
ALTER TABLE `cities` DROP FOREIGN KEY `cities_country_fkey`;
ALTER TABLE `cities` ADD COLUMN `_covet_kept_country` int;
UPDATE `cities` SET `_covet_kept_country` = (cast(substr(country, 2) as signed));
ALTER TABLE `cities` DROP INDEX `cities_country_idx`, DROP COLUMN `country`, CHANGE COLUMN `_covet_kept_country` `country` int NOT NULL, ADD INDEX `cities_country_idx` (`country`);
ALTER TABLE `countries` ADD COLUMN `_covet_kept_code` int;
UPDATE `countries` SET `_covet_kept_code` = (cast(substr(code, 2) as signed));
ALTER TABLE `countries` DROP PRIMARY KEY, DROP COLUMN `code`, CHANGE COLUMN `_covet_kept_code` `code` int NOT NULL, ADD PRIMARY KEY (`code`);
ALTER TABLE `cities` ADD CONSTRAINT `cities_country_fkey` FOREIGN KEY (`country`) REFERENCES `countries` (`code`) ON DELETE CASCADE;

-- covet:backward
-- covet:step 1 ALTER_TABLE countries
--   ALTER_COLUMN countries.code
--   ALTER_COLUMN cities.country
-- covet:guard fails countries.code: SELECT 1 FROM `countries` WHERE CHAR_LENGTH(`code`) > 8
-- covet:guard fails cities.country: SELECT 1 FROM `cities` WHERE CHAR_LENGTH(`country`) > 8
ALTER TABLE `cities` DROP FOREIGN KEY `cities_country_fkey`;
ALTER TABLE `countries` MODIFY COLUMN `code` varchar(8) NOT NULL;
ALTER TABLE `cities` MODIFY COLUMN `country` varchar(8) NOT NULL;
ALTER TABLE `cities` ADD CONSTRAINT `cities_country_fkey` FOREIGN KEY (`country`) REFERENCES `countries` (`code`) ON DELETE CASCADE;
