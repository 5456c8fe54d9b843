-- covet migration 20260102000000_alter_unique_users_users_email
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@c91cde6c
-- after:  users@cd3f0adc

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/unique-composite/after.covet:6)
--   ALTER_UNIQUE users.users_email
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "tenant" IS NOT NULL AND "email" IS NOT NULL GROUP BY "tenant", "email" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "tenant" integer NOT NULL,
  "email" text NOT NULL,
  CONSTRAINT "users_email" UNIQUE ("tenant", "email")
);
INSERT INTO "_covet_new_users" ("id", "tenant", "email")
SELECT "id", "tenant", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_UNIQUE users.users_email
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "tenant" integer NOT NULL,
  "email" text NOT NULL,
  CONSTRAINT "users_email" UNIQUE ("email")
);
INSERT INTO "_covet_new_users" ("id", "tenant", "email")
SELECT "id", "tenant", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
