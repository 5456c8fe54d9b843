-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@5fef3037
-- after:  users@689bf90b

-- covet:forward
-- covet:step 1 REBUILD_TABLE users
--   ADD_CHECK users.<check>
--   ADD_CHECK users.<check>
-- covet:guard fails users.<check>: SELECT 1 FROM "users" WHERE NOT ("past" <> 'sad')
-- covet:guard fails users.<check>: SELECT 1 FROM "users" WHERE NOT ("today" <> 'sad')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "today" text NOT NULL CHECK ("today" IN ('sad', 'ok', 'happy')),
  "past" text CHECK ("past" IN ('sad', 'ok', 'happy')),
  CHECK ("past" <> 'sad'),
  CHECK ("today" <> 'sad')
);
INSERT INTO "_covet_new_users" ("id", "today", "past")
SELECT "id", "today", "past" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   DROP_CHECK users.<check>
--   DROP_CHECK users.<check>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "today" text NOT NULL CHECK ("today" IN ('sad', 'ok', 'happy')),
  "past" text CHECK ("past" IN ('sad', 'ok', 'happy'))
);
INSERT INTO "_covet_new_users" ("id", "today", "past")
SELECT "id", "today", "past" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
