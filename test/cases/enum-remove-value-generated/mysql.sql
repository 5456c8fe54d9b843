-- covet migration 20260102000000_alter_people
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_people
-- before: people@a7f8bbbb
-- after:  people@2006b0a7

-- covet:forward
-- covet:step 1 ALTER_TABLE people (test/cases/enum-remove-value-generated/after.covet:5)
--   ALTER_COLUMN people.mood
--   ALTER_COLUMN people.shown
-- covet:guard fails people.mood: SELECT 1 FROM `people` WHERE `mood` NOT IN ('calm', 'angry')
ALTER TABLE `people` MODIFY COLUMN `mood` enum('calm','angry') NOT NULL DEFAULT 'calm', MODIFY COLUMN `shown` enum('calm','angry') GENERATED ALWAYS AS (`mood`) STORED;

-- covet:backward
-- covet:step 1 ALTER_TABLE people
--   ALTER_COLUMN people.shown
--   ALTER_COLUMN people.mood
ALTER TABLE `people` MODIFY COLUMN `mood` enum('calm','angry','sad') NOT NULL DEFAULT 'calm', MODIFY COLUMN `shown` enum('calm','angry','sad') GENERATED ALWAYS AS (`mood`) STORED;
