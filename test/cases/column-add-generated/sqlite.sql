-- covet migration 20260102000000_add_column_users_full_name
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@f717634b
-- after:  users@b33f7c07

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-add-generated/after.covet:5)
--   ADD_COLUMN users.full_name
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "first" text NOT NULL,
  "last" text NOT NULL,
  "full_name" text GENERATED ALWAYS AS (first || ' ' || last) STORED
);
INSERT INTO "_covet_new_users" ("id", "first", "last")
SELECT "id", "first", "last" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.full_name
ALTER TABLE "users" DROP COLUMN "full_name";
