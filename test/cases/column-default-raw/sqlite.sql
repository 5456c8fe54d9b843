-- covet migration 20260102000000_alter_column_users_score
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@df301481
-- after:  users@df301481

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-default-raw/after.covet:3)
--   ALTER_COLUMN users.score
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "score" integer NOT NULL DEFAULT ((2 + 3) * 4)
);
INSERT INTO "_covet_new_users" ("id", "score")
SELECT "id", "score" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.score
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "score" integer NOT NULL DEFAULT 1
);
INSERT INTO "_covet_new_users" ("id", "score")
SELECT "id", "score" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
