-- covet migration 20260102000000_alter_column_users_email
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@1a3f6994
-- after:  users@82483cf9

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-drop-not-null/after.covet:3)
--   ALTER_COLUMN users.email
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" text
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.email
-- covet:guard fails users.email: SELECT 1 FROM "users" WHERE "email" IS NULL
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
