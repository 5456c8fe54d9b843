-- covet migration 20260102000000_create_table_logins
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: logins@-
-- after:  logins@01ee90ed

-- covet:forward
-- covet:step 1 CREATE_TABLE logins (test/cases/foreign-key-to-unique-index/after.covet:7)
CREATE TABLE "logins" (
  "email" text NOT NULL,
  FOREIGN KEY ("email") REFERENCES "users" ("email")
);

-- covet:backward
-- covet:step 1 DROP_TABLE logins
-- covet:guard loses logins: SELECT 1 FROM "logins"
DROP TABLE "logins";
