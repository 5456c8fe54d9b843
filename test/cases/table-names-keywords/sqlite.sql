-- covet migration 20260102000000_create_table_table
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- before: table@-
-- after:  table@b3e066f7

-- covet:forward
-- covet:step 1 CREATE_TABLE table (test/cases/table-names-keywords/after.covet:1)
CREATE TABLE "table" (
  "index" integer PRIMARY KEY,
  "unique" text NOT NULL,
  "check" text,
  "primary" boolean NOT NULL DEFAULT true,
  "foreign" integer,
  "group" varchar(10) NOT NULL DEFAULT 'order'
);

-- covet:backward
-- covet:step 1 DROP_TABLE table
-- covet:guard loses table: SELECT 1 FROM "table"
DROP TABLE "table";
