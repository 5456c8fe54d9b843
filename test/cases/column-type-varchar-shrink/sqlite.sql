-- covet migration 20260102000000_alter_column_users_name
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@e8f2c190
-- after:  users@a0ca4a99

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-type-varchar-shrink/after.covet:3)
--   ALTER_COLUMN users.name
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "name" varchar(10) NOT NULL
);
INSERT INTO "_covet_new_users" ("id", "name")
SELECT "id", "name" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.name
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "name" varchar(20) NOT NULL
);
INSERT INTO "_covet_new_users" ("id", "name")
SELECT "id", "name" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
