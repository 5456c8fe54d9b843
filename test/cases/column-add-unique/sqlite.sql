-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ed49d45a
-- after:  users@dd03475b

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-add-unique/after.covet:3)
--   ADD_COLUMN users.email
--   ADD_UNIQUE users.<unique email>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" text,
  UNIQUE ("email")
);
INSERT INTO "_covet_new_users" ("id")
SELECT "id" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   DROP_UNIQUE users.<unique email>
--   DROP_COLUMN users.email
-- covet:guard loses users.email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY
);
INSERT INTO "_covet_new_users" ("id")
SELECT "id" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
