-- covet migration 20260102000000_create_table_table
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: table@-
-- after:  table@aa91c9a9

-- covet:forward
-- covet:step 1 CREATE_TABLE table (test/cases/table-names-keywords/after.covet:1)
CREATE TABLE "table" (
  "index" integer NOT NULL,
  "unique" text NOT NULL,
  "check" text,
  "primary" boolean DEFAULT true NOT NULL,
  "foreign" integer,
  "group" character varying(10) DEFAULT 'order' NOT NULL,
  CONSTRAINT "table_pkey" PRIMARY KEY ("index")
);

-- covet:backward
-- covet:step 1 DROP_TABLE table
-- covet:guard loses table: SELECT 1 FROM "table"
DROP TABLE "table";
