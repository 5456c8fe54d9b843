-- covet migration 20260102000000_create_table_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- before: users@-
-- after:  users@f97f7bad

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/table-create/after.covet:1)
CREATE TABLE "users" (
  "id" integer PRIMARY KEY,
  "email" text NOT NULL,
  "age" integer,
  CHECK (age >= 0)
);

-- covet:backward
-- covet:step 1 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM "users"
DROP TABLE "users";
