-- covet migration 20260102000000_alter_texts
-- format: 1 · app: default · dialect: mariadb · planned on: 10.11.18 · transaction: none
-- depends: 20260101000000_create_table_texts
-- before: texts@b8568b40
-- after:  texts@b8568b40

-- covet:forward
-- covet:step 1 ALTER_CHECK texts.texts_check
-- covet:guard fails texts.texts_check: SELECT 1 FROM `texts` WHERE NOT (length(`a`) > 2)
ALTER TABLE `texts` DROP CONSTRAINT `texts_check`, ADD CONSTRAINT `texts_check` CHECK (length(`a`) > 2);

-- covet:step 2 ALTER_CHECK texts.texts_check1
-- covet:guard fails texts.texts_check1: SELECT 1 FROM `texts` WHERE NOT (`a` <> 'a value')
ALTER TABLE `texts` DROP CONSTRAINT `texts_check1`, ADD CONSTRAINT `texts_check1` CHECK (`a` <> 'a value');

-- covet:step 3 ALTER_CHECK texts.texts_check2
-- covet:guard fails texts.texts_check2: SELECT 1 FROM `texts` WHERE NOT (length(`value`) > 2)
ALTER TABLE `texts` DROP CONSTRAINT `texts_check2`, ADD CONSTRAINT `texts_check2` CHECK (length(`value`) > 2);

-- covet:step 4 ALTER_CHECK texts.texts_check3
-- covet:guard fails texts.texts_check3: SELECT 1 FROM `texts` WHERE NOT (`value` <> 'a value')
ALTER TABLE `texts` DROP CONSTRAINT `texts_check3`, ADD CONSTRAINT `texts_check3` CHECK (`value` <> 'a value');

-- covet:backward
-- covet:step 1 ALTER_CHECK texts.texts_check3
-- covet:guard fails texts.texts_check3: SELECT 1 FROM `texts` WHERE NOT (`value` <> 'value')
ALTER TABLE `texts` DROP CONSTRAINT `texts_check3`, ADD CONSTRAINT `texts_check3` CHECK (`value` <> 'value');

-- covet:step 2 ALTER_CHECK texts.texts_check2
-- covet:guard fails texts.texts_check2: SELECT 1 FROM `texts` WHERE NOT (octet_length(`value`) > 1)
ALTER TABLE `texts` DROP CONSTRAINT `texts_check2`, ADD CONSTRAINT `texts_check2` CHECK (octet_length(`value`) > 1);

-- covet:step 3 ALTER_CHECK texts.texts_check1
-- covet:guard fails texts.texts_check1: SELECT 1 FROM `texts` WHERE NOT (`a` <> 'value')
ALTER TABLE `texts` DROP CONSTRAINT `texts_check1`, ADD CONSTRAINT `texts_check1` CHECK (`a` <> 'value');

-- covet:step 4 ALTER_CHECK texts.texts_check
-- covet:guard fails texts.texts_check: SELECT 1 FROM `texts` WHERE NOT (octet_length(`a`) > 1)
ALTER TABLE `texts` DROP CONSTRAINT `texts_check`, ADD CONSTRAINT `texts_check` CHECK (octet_length(`a`) > 1);
