-- covet migration 20260102000000_drop_check_users_check
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@f444d771
-- after:  users@9c218f63

-- covet:forward
-- covet:step 1 REBUILD_TABLE users
--   DROP_CHECK users.<check>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" varchar(80)
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ADD_CHECK users.<check>
-- covet:guard fails users.<check>: SELECT 1 FROM "users" WHERE NOT ("email" like '%_@_%')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" varchar(80),
  CHECK ("email" like '%_@_%')
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
