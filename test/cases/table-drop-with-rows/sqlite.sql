-- covet migration 20260102000000_drop_table_notes
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: notes@5852a93f
-- after:  notes@-

-- covet:forward
-- covet:step 1 DROP_TABLE notes
-- covet:guard loses notes: SELECT 1 FROM "notes"
DROP TABLE "notes";

-- covet:backward
-- covet:step 1 CREATE_TABLE notes
CREATE TABLE "notes" (
  "id" integer PRIMARY KEY,
  "body" text
);
