-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@2257c11a
-- after:  users@8458c855

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/domain-over-enum-add-value/after.covet:7)
--   ADD_COLUMN users.tomorrow
--   ALTER_COLUMN users.today
-- covet:guard fails users.today: SELECT 1 FROM "users" WHERE "today" NOT IN ('sad', 'ok', 'happy')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "today" text NOT NULL DEFAULT 'happy' CHECK ("today" IN ('sad', 'ok', 'happy')),
  "tomorrow" text NOT NULL DEFAULT 'happy' CHECK ("tomorrow" IN ('sad', 'ok', 'happy'))
);
INSERT INTO "_covet_new_users" ("id", "today")
SELECT "id", "today" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.today
--   DROP_COLUMN users.tomorrow
-- covet:guard fails users.today: SELECT 1 FROM "users" WHERE "today" NOT IN ('sad', 'ok')
-- covet:guard loses users.tomorrow: SELECT 1 FROM "users" WHERE "tomorrow" IS NOT 'happy'
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "today" text NOT NULL DEFAULT 'ok' CHECK ("today" IN ('sad', 'ok'))
);
INSERT INTO "_covet_new_users" ("id", "today")
SELECT "id", "today" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
