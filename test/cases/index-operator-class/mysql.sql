-- covet migration 20260102000000_drop_index_people_people_email
-- format: 1 · app: default · dialect: mysql · planned on: 9.7.4 · transaction: none
-- depends: 20260101000000_create_table_people
-- before: people@f0579894
-- after:  people@357f599d

-- covet:forward
-- covet:step 1 DROP_INDEX people.people_email
ALTER TABLE `people` DROP INDEX `people_email`;

-- covet:backward
-- covet:step 1 ADD_INDEX people.people_email
ALTER TABLE `people` ADD INDEX `people_email` (`email`);
