-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@9c218f63
-- after:  users@fe0a1d05

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/domain-create/after.covet:6)
--   ADD_COLUMN users.second
--   ADD_CHECK users.<check>
--   ADD_CHECK users.<check>
-- covet:guard fails users.<check>: SELECT 1 FROM "users" WHERE NOT ("email" like '%_@_%')
-- covet:guard fails users.<check>: SELECT 1 FROM (SELECT ('none@example.com') AS "second" FROM "users") WHERE NOT ("second" like '%_@_%')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" varchar(80),
  "second" varchar(80) DEFAULT 'none@example.com',
  CHECK ("email" like '%_@_%'),
  CHECK ("second" like '%_@_%')
);
INSERT INTO "_covet_new_users" ("id", "email")
SELECT "id", "email" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   DROP_CHECK users.<check>
--   DROP_CHECK users.<check>
--   DROP_COLUMN users.second
-- covet:guard loses users.second: SELECT 1 FROM "users" WHERE "second" IS NOT 'none@example.com'
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
