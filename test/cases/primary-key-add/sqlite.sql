-- covet migration 20260102000000_add_primary_key_tags_tags_key
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_tags
-- before: tags@8a79c4a2
-- after:  tags@cda98fe5

-- covet:forward
-- covet:step 1 REBUILD_TABLE tags (test/cases/primary-key-add/after.covet:2)
--   ADD_PRIMARY_KEY tags.tags_key
-- covet:guard fails tags.tags_key: SELECT 1 FROM "tags" WHERE "name" IS NOT NULL GROUP BY "name" HAVING count(*) > 1
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

-- covet:backward
-- covet:step 1 REBUILD_TABLE tags
--   DROP_PRIMARY_KEY tags.tags_key
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tags" (
  "name" text NOT NULL
);
INSERT INTO "_covet_new_tags" (rowid, "name")
SELECT rowid, "name" FROM "tags";
DROP TABLE "tags";
ALTER TABLE "_covet_new_tags" RENAME TO "tags";
PRAGMA legacy_alter_table = OFF;
