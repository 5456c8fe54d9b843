-- covet migration 20260102000000_rename_constraint_users_uq_email
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@263b7f58
-- after:  users@f52ff653

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/unique-rename/after.covet:3)
--   RENAME_CONSTRAINT users.uq_email
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" text NOT NULL,
  CONSTRAINT "users_email" UNIQUE ("email")
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   RENAME_CONSTRAINT users.users_email
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" text NOT NULL,
  CONSTRAINT "uq_email" UNIQUE ("email")
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
