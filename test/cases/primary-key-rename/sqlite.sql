-- covet migration 20260102000000_rename_constraint_tags_tags_key
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_tags
-- before: tags@cda98fe5
-- after:  tags@cab603d2

-- covet:forward
-- covet:step 1 REBUILD_TABLE tags (test/cases/primary-key-rename/after.covet:2)
--   RENAME_CONSTRAINT tags.tags_key
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tags" (
  "name" text NOT NULL,
  CONSTRAINT "tags_pk" PRIMARY KEY ("name")
);
INSERT INTO "_covet_new_tags" (rowid, "name")
SELECT rowid, "name" FROM "tags";
DROP TABLE "tags";
ALTER TABLE "_covet_new_tags" RENAME TO "tags";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE tags
--   RENAME_CONSTRAINT tags.tags_pk
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tags" (
  "name" text NOT NULL,
  CONSTRAINT "tags_key" PRIMARY KEY ("name")
);
INSERT INTO "_covet_new_tags" (rowid, "name")
SELECT rowid, "name" FROM "tags";
DROP TABLE "tags";
ALTER TABLE "_covet_new_tags" RENAME TO "tags";
PRAGMA legacy_alter_table = OFF;
