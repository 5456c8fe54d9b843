-- covet migration 20260102000000_drop_foreign_key_notes_foreign_key_use_and_2_more
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: notes@2832ca44, users@ed49d45a
-- after:  notes@1689fb0d, users@-

-- covet:forward
-- covet:step 1 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM "users"
DROP TABLE "users";

-- covet:step 2 REBUILD_TABLE notes
--   DROP_FOREIGN_KEY notes.<foreign key user_id>
--   DROP_COLUMN notes.user_id
-- covet:guard loses notes.user_id: SELECT 1 FROM "notes" WHERE "user_id" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_notes" (
  "id" integer PRIMARY KEY
);
INSERT INTO "_covet_new_notes" ("id")
SELECT "id" FROM "notes";
DROP TABLE "notes";
ALTER TABLE "_covet_new_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 CREATE_TABLE users
CREATE TABLE "users" (
  "id" integer PRIMARY KEY
);

-- covet:step 2 REBUILD_TABLE notes
--   ADD_COLUMN notes.user_id
--   ADD_FOREIGN_KEY notes.<foreign key user_id>
-- covet:guard fails notes.user_id: SELECT 1 FROM "notes"
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_notes" (
  "id" integer PRIMARY KEY,
  "user_id" integer NOT NULL,
  FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
INSERT INTO "_covet_new_notes" ("id")
SELECT "id" FROM "notes";
DROP TABLE "notes";
ALTER TABLE "_covet_new_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;
