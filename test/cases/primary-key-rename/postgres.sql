-- covet migration 20260102000000_rename_constraint_tags_tags_key
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_tags
-- before: tags@cda98fe5
-- after:  tags@cab603d2

-- covet:forward
-- covet:step 1 RENAME_CONSTRAINT tags.tags_key (test/cases/primary-key-rename/after.covet:2)
ALTER TABLE "tags" RENAME CONSTRAINT "tags_key" TO "tags_pk";

-- covet:backward
-- covet:step 1 RENAME_CONSTRAINT tags.tags_pk
ALTER TABLE "tags" RENAME CONSTRAINT "tags_pk" TO "tags_key";
