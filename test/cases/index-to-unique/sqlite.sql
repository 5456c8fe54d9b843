-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@bfdec050
-- after:  users@1363534a

-- covet:forward
-- covet:step 1 DROP_INDEX users.users_email
DROP INDEX "users_email";

-- covet:step 2 DROP_INDEX users.users_phone
DROP INDEX "users_phone";

-- covet:step 3 REBUILD_TABLE users (test/cases/index-to-unique/after.covet:3)
--   ADD_UNIQUE users.users_email
--   ADD_UNIQUE users.users_phone
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
-- covet:guard fails users.users_phone: SELECT 1 FROM "users" WHERE "phone" IS NOT NULL GROUP BY "phone" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" varchar(40) NOT NULL,
  "phone" varchar(40),
  CONSTRAINT "users_email" UNIQUE ("email"),
  CONSTRAINT "users_phone" UNIQUE ("phone")
);
INSERT INTO "_covet_new_users" ("id", "email", "phone")
SELECT "id", "email", "phone" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   DROP_UNIQUE users.users_phone
--   DROP_UNIQUE users.users_email
--   ADD_INDEX users.users_phone
--   ADD_INDEX users.users_email
-- covet:guard fails users.users_phone: SELECT 1 FROM "users" WHERE "phone" IS NOT NULL GROUP BY "phone" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" varchar(40) NOT NULL,
  "phone" varchar(40)
);
INSERT INTO "_covet_new_users" ("id", "email", "phone")
SELECT "id", "email", "phone" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
CREATE UNIQUE INDEX "users_phone" ON "users" ("phone");
CREATE INDEX "users_email" ON "users" ("email");
PRAGMA legacy_alter_table = OFF;
