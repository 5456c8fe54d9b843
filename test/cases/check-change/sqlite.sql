-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_posts
-- before: posts@a8cfaa80
-- after:  posts@a8cfaa80

-- covet:forward
-- covet:step 1 REBUILD_TABLE posts (test/cases/check-change/after.covet:3)
--   DROP_CHECK posts.<check>
--   ADD_CHECK posts.<check>
--   ALTER_CHECK posts.posts_title
-- covet:guard fails posts.<check>: SELECT 1 FROM "posts" WHERE NOT (state in ('draft', 'live', 'gone'))
-- covet:guard fails posts.posts_title: SELECT 1 FROM "posts" WHERE NOT (length(title) > 2)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "state" text NOT NULL,
  "title" text NOT NULL,
  CONSTRAINT "posts_title" CHECK (length(title) > 2),
  CHECK (state in ('draft', 'live', 'gone'))
);
INSERT INTO "_covet_new_posts" ("id", "state", "title")
SELECT "id", "state", "title" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE posts
--   ALTER_CHECK posts.posts_title
--   DROP_CHECK posts.<check>
--   ADD_CHECK posts.<check>
-- covet:guard fails posts.posts_title: SELECT 1 FROM "posts" WHERE NOT (length(title) > 1)
-- covet:guard fails posts.<check>: SELECT 1 FROM "posts" WHERE NOT (state in ('draft', 'live'))
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "state" text NOT NULL,
  "title" text NOT NULL,
  CONSTRAINT "posts_title" CHECK (length(title) > 1),
  CHECK (state in ('draft', 'live'))
);
INSERT INTO "_covet_new_posts" ("id", "state", "title")
SELECT "id", "state", "title" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;
