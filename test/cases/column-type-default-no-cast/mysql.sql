-- covet migration 20260102000000_alter_tasks
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_tasks
-- before: tasks@a12e95c2
-- after:  tasks@1079a051

-- covet:forward
-- covet:step 1 ALTER_COLUMN tasks.done (test/cases/column-type-default-no-cast/after.covet:4)
ALTER TABLE `tasks` MODIFY COLUMN `done` int NOT NULL DEFAULT 0;

-- covet:step 2 ALTER_TABLE tasks (test/cases/column-type-default-no-cast/after.covet:3)
--   ALTER_COLUMN tasks.level
--   ALTER_CHECK tasks.tasks_level_ok
-- covet:guard fails tasks.level: SELECT 1 FROM `tasks` WHERE (case level when 'low' then 1 else 2 end) IS NULL
-- covet:guard fails tasks.tasks_level_ok: SELECT 1 FROM (SELECT (case level when 'low' then 1 else 2 end) AS `level` FROM `tasks`) AS `tasks` WHERE NOT (level > 0)
ALTER TABLE `tasks` ADD COLUMN `_covet_kept_level` int;
UPDATE `tasks` SET `_covet_kept_level` = (case level when 'low' then 1 else 2 end);
ALTER TABLE `tasks` DROP CHECK `tasks_level_ok`, DROP INDEX `tasks_level`, DROP COLUMN `level`, CHANGE COLUMN `_covet_kept_level` `level` int NOT NULL DEFAULT 1, ADD INDEX `tasks_level` (`level`), ADD CONSTRAINT `tasks_level_ok` CHECK (level > 0);

-- covet:backward
-- covet:step 1 ALTER_TABLE tasks
--   ALTER_CHECK tasks.tasks_level_ok
--   ALTER_COLUMN tasks.level
-- covet:guard fails tasks.level: SELECT 1 FROM `tasks` WHERE CHAR_LENGTH(`level`) > 10
ALTER TABLE `tasks` DROP CHECK `tasks_level_ok`, MODIFY COLUMN `level` varchar(10) NOT NULL DEFAULT 'low', ADD CONSTRAINT `tasks_level_ok` CHECK (`level` <> '');

-- covet:step 2 ALTER_COLUMN tasks.done
-- covet:guard fails tasks.done: SELECT 1 FROM `tasks` WHERE `done` < -128 OR `done` > 127
ALTER TABLE `tasks` MODIFY COLUMN `done` tinyint(1) NOT NULL DEFAULT 0;
