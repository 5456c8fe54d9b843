-- covet migration 20260102000000_rename_constraint_posts_fk1
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: posts@dcf5d98f
-- after:  posts@43ffd609

-- covet:forward
-- covet:step 1 REBUILD_TABLE posts (test/cases/foreign-key-rename/after.covet:6)
--   RENAME_CONSTRAINT posts.fk1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "user_id" integer NOT NULL,
  CONSTRAINT "posts_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
INSERT INTO "_covet_new_posts" ("id", "user_id")
SELECT "id", "user_id" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE posts
--   RENAME_CONSTRAINT posts.posts_user
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "user_id" integer NOT NULL,
  CONSTRAINT "fk1" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
INSERT INTO "_covet_new_posts" ("id", "user_id")
SELECT "id", "user_id" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;
