-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: users@16888535
-- after:  users@e09251fa

-- covet:forward
-- covet:step 1 RENAME_COLUMN users.name (test/cases/many-changes-one-table/after.covet:3)
ALTER TABLE "users" RENAME COLUMN "name" TO "full_name";

-- covet:step 2 REBUILD_TABLE users (test/cases/many-changes-one-table/after.covet:5)
--   DROP_COLUMN users.legacy
--   ADD_COLUMN users.email
--   ALTER_COLUMN users.age
--   ALTER_COLUMN users.full_name
--   ADD_CHECK users.<check>
--   ADD_UNIQUE users.<unique email>
--   ALTER_INDEX users.users_age
-- covet:guard loses users.legacy: SELECT 1 FROM "users" WHERE "legacy" IS NOT NULL
-- covet:guard fails users.age: SELECT 1 FROM "users" WHERE "age" IS NULL
-- covet:guard fails users.full_name: SELECT 1 FROM (SELECT "name" AS "full_name" FROM "users") WHERE "full_name" IS NULL
-- covet:guard fails users.<check>: SELECT 1 FROM "users" WHERE NOT (age > 0)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "full_name" varchar(100) NOT NULL,
  "age" integer NOT NULL DEFAULT 18,
  "nick" text,
  "email" text,
  CHECK (age > 0),
  UNIQUE ("email")
);
INSERT INTO "_covet_new_users" ("id", "full_name", "age", "nick")
SELECT "id", "full_name", "age", "nick" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
CREATE INDEX "users_age" ON "users" ("age", "full_name");
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_INDEX users.users_age
--   DROP_UNIQUE users.<unique email>
--   DROP_CHECK users.<check>
--   ALTER_COLUMN users.full_name
--   ALTER_COLUMN users.age
--   DROP_COLUMN users.email
--   ADD_COLUMN users.legacy
-- covet:guard loses users.email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "full_name" text,
  "age" integer,
  "nick" text,
  "legacy" integer
);
INSERT INTO "_covet_new_users" ("id", "full_name", "age", "nick")
SELECT "id", "full_name", "age", "nick" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
CREATE INDEX "users_age" ON "users" ("age");
PRAGMA legacy_alter_table = OFF;

-- covet:step 2 RENAME_COLUMN users.full_name
ALTER TABLE "users" RENAME COLUMN "full_name" TO "name";
