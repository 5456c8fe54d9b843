-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@85791201
-- after:  users@523f98d1

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/domain-default/after.covet:8)
--   ALTER_COLUMN users.rank
--   ALTER_COLUMN users.speaks
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "speaks" varchar(5) NOT NULL DEFAULT 'fr',
  "reads" varchar(5) NOT NULL DEFAULT 'de',
  "rank" integer DEFAULT 3
);
INSERT INTO "_covet_new_users" ("id", "speaks", "reads", "rank")
SELECT "id", "speaks", "reads", "rank" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.speaks
--   ALTER_COLUMN users.rank
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "speaks" varchar(5) NOT NULL DEFAULT 'en',
  "reads" varchar(5) NOT NULL DEFAULT 'de',
  "rank" integer
);
INSERT INTO "_covet_new_users" ("id", "speaks", "reads", "rank")
SELECT "id", "speaks", "reads", "rank" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
