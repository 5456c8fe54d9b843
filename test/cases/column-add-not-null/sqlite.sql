-- covet migration 20260102000000_add_column_users_email
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ed49d45a
-- after:  users@30aab13a

-- covet:forward
-- covet:step 1 REBUILD_TABLE users (test/cases/column-add-not-null/after.covet:3)
--   ADD_COLUMN users.email
-- covet:guard fails users.email: SELECT 1 FROM "users"
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY,
  "email" varchar(200) NOT NULL
);
INSERT INTO "_covet_new_users" ("id")
SELECT "id" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 DROP_COLUMN users.email
-- covet:guard loses users.email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL
ALTER TABLE "users" DROP COLUMN "email";
