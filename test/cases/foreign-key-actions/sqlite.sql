-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: posts@a2a56c3f
-- after:  posts@cc0c4f46

-- covet:forward
-- covet:step 1 REBUILD_TABLE posts (test/cases/foreign-key-actions/after.covet:6)
--   ALTER_FOREIGN_KEY posts.fk_a
--   ALTER_FOREIGN_KEY posts.fk_b
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "a" integer,
  "b" integer NOT NULL DEFAULT 1,
  CONSTRAINT "fk_a" FOREIGN KEY ("a") REFERENCES "users" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "fk_b" FOREIGN KEY ("b") REFERENCES "users" ("id") ON DELETE SET DEFAULT ON UPDATE RESTRICT
);
INSERT INTO "_covet_new_posts" ("id", "a", "b")
SELECT "id", "a", "b" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE posts
--   ALTER_FOREIGN_KEY posts.fk_b
--   ALTER_FOREIGN_KEY posts.fk_a
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "a" integer,
  "b" integer NOT NULL DEFAULT 1,
  CONSTRAINT "fk_a" FOREIGN KEY ("a") REFERENCES "users" ("id"),
  CONSTRAINT "fk_b" FOREIGN KEY ("b") REFERENCES "users" ("id") ON DELETE RESTRICT
);
INSERT INTO "_covet_new_posts" ("id", "a", "b")
SELECT "id", "a", "b" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;
