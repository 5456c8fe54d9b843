-- covet migration 20260102000000_alter_primary_key_tags_tags_key
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_tags
-- before: tags@6059ae46
-- after:  tags@03bf0888

-- covet:forward
-- covet:step 1 REBUILD_TABLE tags (test/cases/primary-key-change/after.covet:5)
--   ALTER_PRIMARY_KEY tags.tags_key
-- covet:guard fails tags.tags_key: SELECT 1 FROM "tags" WHERE "kind" IS NOT NULL AND "name" IS NOT NULL GROUP BY "kind", "name" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tags" (
  "kind" text NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "tags_key" PRIMARY KEY ("kind", "name")
);
INSERT INTO "_covet_new_tags" (rowid, "kind", "name")
SELECT rowid, "kind", "name" FROM "tags";
DROP TABLE "tags";
ALTER TABLE "_covet_new_tags" RENAME TO "tags";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE tags
--   ALTER_PRIMARY_KEY tags.tags_key
-- covet:guard fails tags.tags_key: SELECT 1 FROM "tags" WHERE "name" IS NOT NULL GROUP BY "name" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tags" (
  "kind" text NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "tags_key" PRIMARY KEY ("name")
);
INSERT INTO "_covet_new_tags" (rowid, "kind", "name")
SELECT rowid, "kind", "name" FROM "tags";
DROP TABLE "tags";
ALTER TABLE "_covet_new_tags" RENAME TO "tags";
PRAGMA legacy_alter_table = OFF;
