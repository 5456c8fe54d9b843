-- covet migration 20260102000000_alter_check_users_users_age
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@bb458eb9
-- after:  users@bb458eb9

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/check-same-meaning/after.covet:4)
--   ALTER_CHECK users.users_age
-- covet:guard fails users.users_age: SELECT 1 FROM "users" WHERE NOT ((age > 1) AND (age < 9 OR age = 50))
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "state" text NOT NULL,
  "age" integer NOT NULL,
  CONSTRAINT "users_state" CHECK (state in ('a', 'b')),
  CONSTRAINT "users_age" CHECK ((age > 1) AND (age < 9 OR age = 50))
);
INSERT INTO "_covet_new_users" ("id", "state", "age")
SELECT "id", "state", "age" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_CHECK users.users_age
-- covet:guard fails users.users_age: SELECT 1 FROM "users" WHERE NOT (age > 1 and (age < 9 or age = 50))
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "state" text NOT NULL,
  "age" integer NOT NULL,
  CONSTRAINT "users_state" CHECK (state in ('a', 'b')),
  CONSTRAINT "users_age" CHECK (age > 1 and (age < 9 or age = 50))
);
INSERT INTO "_covet_new_users" ("id", "state", "age")
SELECT "id", "state", "age" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
