-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_posts
-- before: posts@67f1689e
-- after:  posts@08b6d9c2

-- covet:forward
-- covet:step 1 REBUILD_TABLE posts (test/cases/enum-many-changes/after.covet:5)
--   RENAME_ENUM_VALUE posts.state.old
--   RENAME_ENUM_VALUE posts.was.old
--   ALTER_COLUMN posts.state
--   ALTER_COLUMN posts.was
--   ALTER_CHECK posts.posts_state_ok
-- covet:guard fails posts.state: SELECT 1 FROM (SELECT CASE "state" WHEN 'old' THEN 'archived' ELSE "state" END AS "state" FROM "posts") WHERE "state" NOT IN ('live', 'fresh', 'draft', 'archived')
-- covet:guard fails posts.was: SELECT 1 FROM (SELECT CASE "was" WHEN 'old' THEN 'archived' ELSE "was" END AS "was" FROM "posts") WHERE "was" NOT IN ('live', 'fresh', 'draft', 'archived')
-- covet:guard fails posts.posts_state_ok: SELECT 1 FROM (SELECT CASE "state" WHEN 'old' THEN 'archived' ELSE "state" END AS "state" FROM "posts") WHERE NOT (state <> 'archived')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "state" text NOT NULL DEFAULT 'live' CHECK ("state" IN ('live', 'fresh', 'draft', 'archived')),
  "was" text CHECK ("was" IN ('live', 'fresh', 'draft', 'archived')),
  CONSTRAINT "posts_state_ok" CHECK (state <> 'archived')
);
INSERT INTO "_covet_new_posts" ("id", "state", "was")
SELECT "id", CASE "state" WHEN 'old' THEN 'archived' ELSE "state" END, CASE "was" WHEN 'old' THEN 'archived' ELSE "was" END FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
CREATE INDEX "posts_state" ON "posts" ("state");
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE posts
--   ALTER_CHECK posts.posts_state_ok
--   ALTER_COLUMN posts.was
--   ALTER_COLUMN posts.state
--   RENAME_ENUM_VALUE posts.was.archived
--   RENAME_ENUM_VALUE posts.state.archived
-- covet:guard fails posts.posts_state_ok: SELECT 1 FROM (SELECT CASE "state" WHEN 'archived' THEN 'old' ELSE "state" END AS "state" FROM "posts") WHERE NOT (state <> 'gone')
-- covet:guard fails posts.was: SELECT 1 FROM "posts" WHERE "was" NOT IN ('draft', 'live', 'gone', 'archived')
-- covet:guard fails posts.state: SELECT 1 FROM "posts" WHERE "state" NOT IN ('draft', 'live', 'gone', 'archived')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "state" text NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'live', 'gone', 'old')),
  "was" text CHECK ("was" IN ('draft', 'live', 'gone', 'old')),
  CONSTRAINT "posts_state_ok" CHECK (state <> 'gone')
);
INSERT INTO "_covet_new_posts" ("id", "state", "was")
SELECT "id", CASE "state" WHEN 'archived' THEN 'old' ELSE "state" END, CASE "was" WHEN 'archived' THEN 'old' ELSE "was" END FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
CREATE INDEX "posts_state" ON "posts" ("state");
PRAGMA legacy_alter_table = OFF;
