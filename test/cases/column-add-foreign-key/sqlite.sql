-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@ed49d45a
-- after:  users@72b098dc

-- covet:forward
-- covet:step 1 ADD_COLUMN users.manager_id (test/cases/column-add-foreign-key/after.covet:3)
--   ADD_COLUMN users.manager_id
--   ADD_FOREIGN_KEY users.<foreign key manager_id>
ALTER TABLE "users" ADD COLUMN "manager_id" integer REFERENCES "users" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- covet:backward
-- covet:step 1 REBUILD_TABLE users
--   DROP_FOREIGN_KEY users.<foreign key manager_id>
--   DROP_COLUMN users.manager_id
-- covet:guard loses users.manager_id: SELECT 1 FROM "users" WHERE "manager_id" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_users" (
  "id" integer PRIMARY KEY
);
INSERT INTO "_covet_new_users" ("id")
SELECT "id" FROM "users";
DROP TABLE "users";
ALTER TABLE "_covet_new_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
