-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: users@d0d11ffd
-- after:  users@d9f930e3

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/unique-to-index-referenced/after.covet:5)
--   DROP_UNIQUE users.users_email
--   ADD_INDEX users.users_email
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" varchar(40) NOT NULL
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
CREATE UNIQUE INDEX "users_email" ON "users" ("email");
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_email
DROP INDEX "users_email";

-- covet:step 2 REBUILD_TABLE users
--   ADD_UNIQUE users.users_email
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" varchar(40) NOT NULL,
  CONSTRAINT "users_email" UNIQUE ("email")
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
