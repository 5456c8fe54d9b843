-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ed49d45a
-- after:  users@a745fde5

-- covet:forward
-- covet:step 1 ADD_COLUMN users.age (test/cases/column-add-check/after.covet:3)
--   ADD_COLUMN users.age
--   ADD_CHECK users.<check>
-- covet:guard fails users.<check>: SELECT 1 FROM (SELECT NULL AS "age" FROM "users") WHERE NOT (age > 0 and age < 150)
ALTER TABLE "users" ADD COLUMN "age" integer CHECK (age > 0 and age < 150);

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   DROP_CHECK users.<check>
--   DROP_COLUMN users.age
-- covet:guard loses users.age: SELECT 1 FROM "users" WHERE "age" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY
);
INSERT INTO "_covet_new_users" ("id")
SELECT "id" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
