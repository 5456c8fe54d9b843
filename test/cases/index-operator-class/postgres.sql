-- covet migration 20260102000000_alter_index_people_people_email
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_people
-- before: people@b7a02620
-- after:  people@360112dd

-- covet:forward
-- covet:step 1 ALTER_INDEX people.people_email (test/cases/index-operator-class/after.covet:8)
DROP INDEX "people_email";
CREATE INDEX "people_email" ON "people" ("email" text_pattern_ops);

-- covet:backward
-- covet:step 1 ALTER_INDEX people.people_email
DROP INDEX "people_email";
CREATE INDEX "people_email" ON "people" ("email");
