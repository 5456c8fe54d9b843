-- covet migration 20260102000000_alter_column_docs_body
-- format: 1 · app: default · dialect: postgres · planned on: 18.4 · transaction: all
-- depends: 20260101000000_create_table_docs
-- before: docs@e6201983
-- after:  docs@dca3c67b

-- covet:forward
-- covet:step 1 ALTER_COLUMN docs.body (test/cases/column-storage/after.covet:3)
ALTER TABLE "docs" ALTER COLUMN "body" SET STORAGE EXTERNAL;
ALTER TABLE "docs" ALTER COLUMN "body" SET STATISTICS 500;

-- covet:backward
-- covet:step 1 ALTER_COLUMN docs.body
ALTER TABLE "docs" ALTER COLUMN "body" SET STATISTICS -1;
ALTER TABLE "docs" ALTER COLUMN "body" SET STORAGE DEFAULT;
