-- covet migration 20260102000000_create_table_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: users@-
-- after:  users@ee6e743b

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/table-create/after.covet:1)
CREATE TABLE "users" (
  "id" integer NOT NULL,
  "email" text NOT NULL,
  "age" integer,
  CONSTRAINT "users_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "users_age_check" CHECK (age >= 0)
);

-- covet:backward
-- covet:step 1 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM "users"
DROP TABLE "users";
