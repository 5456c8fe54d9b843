-- covet migration 20260102000000_alter_column_users_role
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@316e9d74
-- after:  users@83ccdd8d

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/enum-remove-value/after.covet:4)
--   ALTER_COLUMN users.role
-- covet:guard fails users.role: SELECT 1 FROM "users" WHERE "role" NOT IN ('guest', 'admin')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "role" text NOT NULL DEFAULT 'guest' CHECK ("role" IN ('guest', 'admin'))
);
INSERT INTO "_covet_new_users" ("id", "role")
SELECT "id", "role" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
CREATE INDEX "users_role" ON "users" ("role");
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.role
-- covet:guard fails users.role: SELECT 1 FROM "users" WHERE "role" NOT IN ('guest', 'member', 'admin')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "role" text NOT NULL DEFAULT 'guest' CHECK ("role" IN ('guest', 'member', 'admin'))
);
INSERT INTO "_covet_new_users" ("id", "role")
SELECT "id", "role" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
CREATE INDEX "users_role" ON "users" ("role");
PRAGMA legacy_alter_table = OFF;
