-- covet migration 20260102000000_add_check_posts_check
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_posts
-- before: posts@43d7fd88
-- after:  posts@d3e60aa5

-- covet:forward
-- covet:step 1 REBUILD_TABLE posts
--   ADD_CHECK posts.<check>
-- covet:guard fails posts.<check>: SELECT 1 FROM "posts" WHERE NOT ("main" <> '')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "main" varchar(20),
  CHECK ("main" <> '')
);
INSERT INTO "_covet_new_posts" ("id", "main")
SELECT "id", "main" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE posts
--   DROP_CHECK posts.<check>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "main" varchar(20)
);
INSERT INTO "_covet_new_posts" ("id", "main")
SELECT "id", "main" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;
