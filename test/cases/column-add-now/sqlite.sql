-- covet migration 20260102000000_add_column_users_created_at
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ed49d45a
-- after:  users@0022fbc3

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-add-now/after.covet:3)
--   ADD_COLUMN users.created_at
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "created_at" timestamptz NOT NULL DEFAULT current_timestamp
);
INSERT INTO "_covet_new_users" ("id")
SELECT "id" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.created_at
-- covet:guard loses users.created_at: SELECT 1 FROM "users" WHERE "created_at" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "created_at";
