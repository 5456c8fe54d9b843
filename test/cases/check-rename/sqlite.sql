-- covet migration 20260102000000_rename_constraint_users_age_positive
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ca328d8e
-- after:  users@93a6f1bd

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/check-rename/after.covet:3)
--   RENAME_CONSTRAINT users.age_positive
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "age" integer,
  CONSTRAINT "users_age_positive" CHECK (age > 0)
);
INSERT INTO "_covet_new_users" ("id", "age")
SELECT "id", "age" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   RENAME_CONSTRAINT users.users_age_positive
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "age" integer,
  CONSTRAINT "age_positive" CHECK (age > 0)
);
INSERT INTO "_covet_new_users" ("id", "age")
SELECT "id", "age" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
