-- covet migration 20260102000000_create_table_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: users@-
-- after:  users@508290bd

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/column-identity-always/after.covet:1)
CREATE TABLE "users" (
  "id" bigint GENERATED ALWAYS AS IDENTITY (START WITH 1000 INCREMENT BY 10 CACHE 5) NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- covet:backward
-- covet:step 1 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM "users"
DROP TABLE "users";
