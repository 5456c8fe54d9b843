-- covet migration 20260102000000_alter_odd_name_s
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_odd_name_s
-- before: "odd ""name""; -- %s"@e2cc3cfe
-- after:  "odd ""name""; -- %s"@17c4de20

-- covet:forward
-- covet:step 1 ADD_COLUMN "odd ""name""; -- %s"."naïve ☃ 'col`" (test/cases/table-names-hostile/after.covet:8)
ALTER TABLE `odd "name"; -- %s` ADD COLUMN `naïve ☃ 'col``` text NOT NULL DEFAULT ('it''s; -- \\n %s 🙂')
;

-- covet:step 2 ADD_COLUMN "odd ""name""; -- %s"."order by" (test/cases/table-names-hostile/after.covet:9)
ALTER TABLE `odd "name"; -- %s` ADD COLUMN `order by` int
;

-- covet:step 3 ADD_CHECK "odd ""name""; -- %s"."chk; drop" (test/cases/table-names-hostile/after.covet:9)
-- covet:guard fails "odd ""name""; -- %s"."chk; drop": SELECT 1 FROM (SELECT NULL AS `order by` FROM `odd "name"; -- %s`) AS `odd "name"; -- %s` WHERE NOT (`order by` <> 7)
ALTER TABLE `odd "name"; -- %s` ADD CONSTRAINT `chk; drop` CHECK (`order by` <> 7)
;

-- covet:backward
-- covet:step 1 DROP_CHECK "odd ""name""; -- %s"."chk; drop"
ALTER TABLE `odd "name"; -- %s` DROP CHECK `chk; drop`
;

-- covet:step 2 DROP_COLUMN "odd ""name""; -- %s"."order by"
-- covet:guard loses "odd ""name""; -- %s"."order by": SELECT 1 FROM `odd "name"; -- %s` WHERE `order by` IS NOT NULL
ALTER TABLE `odd "name"; -- %s` DROP COLUMN `order by`
;

-- covet:step 3 DROP_COLUMN "odd ""name""; -- %s"."naïve ☃ 'col`"
-- covet:guard loses "odd ""name""; -- %s"."naïve ☃ 'col`": SELECT 1 FROM `odd "name"; -- %s` WHERE NOT (`naïve ☃ 'col``` <=> 'it''s; -- \\n %s 🙂')
ALTER TABLE `odd "name"; -- %s` DROP COLUMN `naïve ☃ 'col```
;
