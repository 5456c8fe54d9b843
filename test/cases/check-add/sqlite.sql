-- covet migration 20260102000000_add_check_users_users_age
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@be611d18
-- after:  users@63ce0cc5

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/check-add/after.covet:5)
--   ADD_CHECK users.users_age
-- covet:guard fails users.users_age: SELECT 1 FROM "users" WHERE NOT (age between 0 and 150)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "age" integer,
  CONSTRAINT "users_age" CHECK (age between 0 and 150)
);
INSERT INTO "_covet_new_users" ("id", "age")
SELECT "id", "age" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   DROP_CHECK users.users_age
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "age" integer
);
INSERT INTO "_covet_new_users" ("id", "age")
SELECT "id", "age" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
