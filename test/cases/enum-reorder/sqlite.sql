-- covet migration 20260102000000_alter_column_shirts_size
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_shirts
-- before: shirts@aeef848b
-- after:  shirts@c48fef80

-- covet:forward
-- covet:step 1 REBUILD_TABLE shirts (test/cases/enum-reorder/after.covet:4)
--   ALTER_COLUMN shirts.size
-- covet:guard fails shirts.size: SELECT 1 FROM "shirts" WHERE "size" NOT IN ('small', 'medium', 'large')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_shirts" (
  "id" integer PRIMARY KEY,
  "size" text NOT NULL CHECK ("size" IN ('small', 'medium', 'large'))
);
INSERT INTO "_covet_new_shirts" ("id", "size")
SELECT "id", "size" FROM "shirts";
DROP TABLE "shirts";
ALTER TABLE "_covet_new_shirts" RENAME TO "shirts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE shirts
--   ALTER_COLUMN shirts.size
-- covet:guard fails shirts.size: SELECT 1 FROM "shirts" WHERE "size" NOT IN ('large', 'small', 'medium')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_shirts" (
  "id" integer PRIMARY KEY,
  "size" text NOT NULL CHECK ("size" IN ('large', 'small', 'medium'))
);
INSERT INTO "_covet_new_shirts" ("id", "size")
SELECT "id", "size" FROM "shirts";
DROP TABLE "shirts";
ALTER TABLE "_covet_new_shirts" RENAME TO "shirts";
PRAGMA legacy_alter_table = OFF;
