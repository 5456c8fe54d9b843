-- covet migration 20260102000000_rename_enum_value_users_role_superuser
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@022f794b
-- after:  users@ddf2cb71

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/enum-rename-value/after.covet:4)
--   RENAME_ENUM_VALUE users.role.superuser
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "role" text NOT NULL DEFAULT 'admin' CHECK ("role" IN ('guest', 'admin'))
);
INSERT INTO "_covet_new_users" ("id", "role")
SELECT "id", CASE "role" WHEN 'superuser' THEN 'admin' ELSE "role" END FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   RENAME_ENUM_VALUE users.role.admin
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "role" text NOT NULL DEFAULT 'superuser' CHECK ("role" IN ('guest', 'superuser'))
);
INSERT INTO "_covet_new_users" ("id", "role")
SELECT "id", CASE "role" WHEN 'admin' THEN 'superuser' ELSE "role" END FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
