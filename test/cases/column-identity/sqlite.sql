-- covet migration 20260102000000_create_table_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- before: users@-
-- after:  users@f680f001

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/column-identity/after.covet:1)
CREATE TABLE "users" (
  "id" integer PRIMARY KEY,
  "name" text NOT NULL
);

-- covet:backward
-- covet:step 1 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM "users"
DROP TABLE "users";
