-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@761625e3
-- after:  users@2de9b182

-- covet:forward
-- covet:step 1 REBUILD_TABLE users
--   DROP_CHECK users.users_range
--   DROP_COLUMN users.high
-- covet:guard loses users.high: SELECT 1 FROM "users" WHERE "high" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "low" integer
);
INSERT INTO "_covet_new_users" ("id", "low")
SELECT "id", "low" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 ADD_COLUMN users.high
--   ADD_COLUMN users.high
--   ADD_CHECK users.users_range
-- covet:guard fails users.users_range: SELECT 1 FROM (SELECT "low" AS "low", NULL AS "high" FROM "users") WHERE NOT (low < high)
ALTER TABLE "users" ADD COLUMN "high" integer CONSTRAINT "users_range" CHECK (low < high);
