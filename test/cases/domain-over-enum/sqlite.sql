-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ec9de318
-- after:  users@b4b931fc

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/domain-over-enum/after.covet:6)
--   ALTER_COLUMN users.today
--   ALTER_COLUMN users.yesterday
-- covet:guard fails users.today: SELECT 1 FROM "users" WHERE "today" NOT IN ('happy', 'sad', 'ok', 'angry')
-- covet:guard fails users.yesterday: SELECT 1 FROM "users" WHERE "yesterday" NOT IN ('happy', 'sad', 'ok', 'angry')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "today" text NOT NULL DEFAULT 'ok' CHECK ("today" IN ('happy', 'sad', 'ok', 'angry')),
  "yesterday" text CHECK ("yesterday" IN ('happy', 'sad', 'ok', 'angry')),
  CHECK ("today" <> 'sad')
);
INSERT INTO "_covet_new_users" ("id", "today", "yesterday")
SELECT "id", "today", "yesterday" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.yesterday
--   ALTER_COLUMN users.today
-- covet:guard fails users.yesterday: SELECT 1 FROM "users" WHERE "yesterday" NOT IN ('sad', 'ok', 'happy')
-- covet:guard fails users.today: SELECT 1 FROM "users" WHERE "today" NOT IN ('sad', 'ok', 'happy')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "today" text NOT NULL DEFAULT 'ok' CHECK ("today" IN ('sad', 'ok', 'happy')),
  "yesterday" text CHECK ("yesterday" IN ('sad', 'ok', 'happy')),
  CHECK ("today" <> 'sad')
);
INSERT INTO "_covet_new_users" ("id", "today", "yesterday")
SELECT "id", "today", "yesterday" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
