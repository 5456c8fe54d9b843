-- covet migration 20260102000000_alter_texts
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_texts
-- before: texts@cd8ad044
-- after:  texts@45fffaa9

-- covet:forward
-- covet:step 1 ADD_COLUMN texts.a (test/cases/column-defaults-strings/after.covet:3)
ALTER TABLE `texts` ADD COLUMN `a` text NOT NULL DEFAULT '';

-- covet:step 2 ADD_COLUMN texts.b (test/cases/column-defaults-strings/after.covet:4)
ALTER TABLE `texts` ADD COLUMN `b` text NOT NULL DEFAULT 'it''s';

-- covet:step 3 ADD_COLUMN texts.c (test/cases/column-defaults-strings/after.covet:5)
ALTER TABLE `texts` ADD COLUMN `c` text NOT NULL DEFAULT 'back\\slash';

-- covet:step 4 ADD_COLUMN texts.d (test/cases/column-defaults-strings/after.covet:6)
ALTER TABLE `texts` ADD COLUMN `d` text NOT NULL DEFAULT '🙂 %s; -- $1 ?'
;

-- covet:step 5 ADD_COLUMN texts.e (test/cases/column-defaults-strings/after.covet:7)
ALTER TABLE `texts` ADD COLUMN `e` text;

-- covet:step 6 ADD_COLUMN texts.f (test/cases/column-defaults-strings/after.covet:8)
ALTER TABLE `texts` ADD COLUMN `f` date NOT NULL DEFAULT '2026-01-01';

-- covet:step 7 ADD_COLUMN texts.g (test/cases/column-defaults-strings/after.covet:9)
ALTER TABLE `texts` ADD COLUMN `g` json NOT NULL DEFAULT '{"a": [1, 2]}';

-- covet:step 8 ADD_COLUMN texts.h (test/cases/column-defaults-strings/after.covet:10)
ALTER TABLE `texts` ADD COLUMN `h` varchar(5) NOT NULL DEFAULT 'now()';

-- covet:backward
-- covet:step 1 DROP_COLUMN texts.h
-- covet:guard loses texts.h: SELECT 1 FROM `texts` WHERE NOT (`h` <=> 'now()')
ALTER TABLE `texts` DROP COLUMN `h`;

-- covet:step 2 DROP_COLUMN texts.g
-- covet:guard loses texts.g: SELECT 1 FROM `texts` WHERE NOT (JSON_EXTRACT(`g`, '$') <=> JSON_EXTRACT('{"a": [1, 2]}', '$'))
ALTER TABLE `texts` DROP COLUMN `g`;

-- covet:step 3 DROP_COLUMN texts.f
-- covet:guard loses texts.f: SELECT 1 FROM `texts` WHERE NOT (`f` <=> '2026-01-01')
ALTER TABLE `texts` DROP COLUMN `f`;

-- covet:step 4 DROP_COLUMN texts.e
-- covet:guard loses texts.e: SELECT 1 FROM `texts` WHERE `e` IS NOT NULL
ALTER TABLE `texts` DROP COLUMN `e`;

-- covet:step 5 DROP_COLUMN texts.d
-- covet:guard loses texts.d: SELECT 1 FROM `texts` WHERE NOT (`d` <=> '🙂 %s; -- $1 ?')
ALTER TABLE `texts` DROP COLUMN `d`;

-- covet:step 6 DROP_COLUMN texts.c
-- covet:guard loses texts.c: SELECT 1 FROM `texts` WHERE NOT (`c` <=> 'back\\slash')
ALTER TABLE `texts` DROP COLUMN `c`;

-- covet:step 7 DROP_COLUMN texts.b
-- covet:guard loses texts.b: SELECT 1 FROM `texts` WHERE NOT (`b` <=> 'it''s')
ALTER TABLE `texts` DROP COLUMN `b`;

-- covet:step 8 DROP_COLUMN texts.a
-- covet:guard loses texts.a: SELECT 1 FROM `texts` WHERE NOT (`a` <=> '')
ALTER TABLE `texts` DROP COLUMN `a`;
