-- covet migration 20260102000000_alter_column_users_role
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ed82f6af
-- after:  users@3d7c58a2

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-default-drop/after.covet:3)
--   ALTER_COLUMN users.role
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "role" varchar(20) NOT NULL
);
INSERT INTO "_covet_new_users" ("id", "role")
SELECT "id", "role" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.role
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "role" varchar(20) NOT NULL DEFAULT 'guest'
);
INSERT INTO "_covet_new_users" ("id", "role")
SELECT "id", "role" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
