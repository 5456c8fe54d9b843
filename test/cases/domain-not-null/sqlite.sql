-- covet migration 20260102000000_alter_column_users_home
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@d3e6e5a3
-- after:  users@d2198758

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/domain-not-null/after.covet:5)
--   ALTER_COLUMN users.home
-- covet:guard fails users.home: SELECT 1 FROM "users" WHERE "home" IS NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "home" varchar(40) NOT NULL
);
INSERT INTO "_covet_new_users" ("id", "home")
SELECT "id", "home" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   ALTER_COLUMN users.home
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "home" varchar(40)
);
INSERT INTO "_covet_new_users" ("id", "home")
SELECT "id", "home" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
