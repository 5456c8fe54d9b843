-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_posts
-- before: posts@afa587da
-- after:  posts@6cafcf95

-- covet:forward
-- covet:step 1 REBUILD_TABLE posts (test/cases/enum-remove-value-checked/after.covet:4)
--   ALTER_COLUMN posts.state
--   ALTER_CHECK posts.posts_state
--   ALTER_INDEX posts.posts_title
-- covet:guard fails posts.state: SELECT 1 FROM "posts" WHERE "state" NOT IN ('draft', 'live')
-- covet:guard fails posts.posts_state: SELECT 1 FROM "posts" WHERE NOT (state in ('draft', 'live'))
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "state" text NOT NULL CHECK ("state" IN ('draft', 'live')),
  "title" text NOT NULL,
  CONSTRAINT "posts_state" CHECK (state in ('draft', 'live'))
);
INSERT INTO "_covet_new_posts" ("id", "state", "title")
SELECT "id", "state", "title" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
CREATE INDEX "posts_title" ON "posts" ("title") WHERE state <> 'draft';
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE posts
--   ALTER_INDEX posts.posts_title
--   ALTER_CHECK posts.posts_state
--   ALTER_COLUMN posts.state
-- covet:guard fails posts.posts_state: SELECT 1 FROM "posts" WHERE NOT (state in ('draft', 'live', 'gone'))
-- covet:guard fails posts.state: SELECT 1 FROM "posts" WHERE "state" NOT IN ('draft', 'live', 'gone')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "state" text NOT NULL CHECK ("state" IN ('draft', 'live', 'gone')),
  "title" text NOT NULL,
  CONSTRAINT "posts_state" CHECK (state in ('draft', 'live', 'gone'))
);
INSERT INTO "_covet_new_posts" ("id", "state", "title")
SELECT "id", "state", "title" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
CREATE INDEX "posts_title" ON "posts" ("title") WHERE state <> 'gone';
PRAGMA legacy_alter_table = OFF;
