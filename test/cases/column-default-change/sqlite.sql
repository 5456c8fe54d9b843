-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@07e914fd
-- after:  users@07e914fd

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-default-change/after.covet:3)
--   ALTER_COLUMN users.role
--   ALTER_COLUMN users.seen
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "role" varchar(20) NOT NULL DEFAULT 'member',
  "seen" timestamptz DEFAULT current_timestamp
);
INSERT INTO "_covet_new_users" ("id", "role", "seen")
SELECT "id", "role", "seen" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.seen
--   ALTER_COLUMN users.role
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "role" varchar(20) NOT NULL DEFAULT 'guest',
  "seen" timestamptz DEFAULT '2000-01-01 00:00:00+00'
);
INSERT INTO "_covet_new_users" ("id", "role", "seen")
SELECT "id", "role", "seen" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
