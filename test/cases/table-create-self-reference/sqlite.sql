-- covet migration 20260102000000_create_table_nodes
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- before: nodes@-
-- after:  nodes@8aa6cd7a

-- covet:forward
-- covet:step 1 CREATE_TABLE nodes (test/cases/table-create-self-reference/after.covet:1)
CREATE TABLE "nodes" (
  "id" integer PRIMARY KEY,
  "parent_id" integer,
  FOREIGN KEY ("parent_id") REFERENCES "nodes" ("id") ON DELETE CASCADE
);

-- covet:backward
-- covet:step 1 DROP_TABLE nodes
-- covet:guard loses nodes: SELECT 1 FROM "nodes"
DROP TABLE "nodes";
