-- covet migration 20260102000000_create_table_nodes
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: nodes@-
-- after:  nodes@3ec86b4f

-- covet:forward
-- covet:step 1 CREATE_TABLE nodes (test/cases/table-create-self-reference/after.covet:1)
CREATE TABLE "nodes" (
  "id" integer NOT NULL,
  "parent_id" integer,
  CONSTRAINT "nodes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "nodes_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "nodes" ("id") ON DELETE CASCADE
);

-- covet:backward
-- covet:step 1 DROP_TABLE nodes
-- covet:guard loses nodes: SELECT 1 FROM "nodes"
DROP TABLE "nodes";
