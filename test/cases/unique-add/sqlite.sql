-- covet migration 20260102000000_add_unique_users_unique_email
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@1a3f6994
-- after:  users@2d2f62c8

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/unique-add/after.covet:3)
--   ADD_UNIQUE users.<unique email>
-- covet:guard fails users.<unique email>: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" text NOT NULL,
  UNIQUE ("email")
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   DROP_UNIQUE users.<unique email>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" text NOT NULL
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
