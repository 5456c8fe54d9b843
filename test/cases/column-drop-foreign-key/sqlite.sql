-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: posts@c8a12cb6
-- after:  posts@8b4c6c07

-- covet:forward
-- covet:step 1 REBUILD_TABLE posts
--   DROP_FOREIGN_KEY posts.posts_user
--   DROP_COLUMN posts.user_id
-- covet:guard loses posts.user_id: SELECT 1 FROM "posts" WHERE "user_id" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY
);
INSERT INTO "_covet_new_posts" ("id")
SELECT "id" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 ADD_COLUMN posts.user_id
--   ADD_COLUMN posts.user_id
--   ADD_FOREIGN_KEY posts.posts_user
ALTER TABLE "posts" ADD COLUMN "user_id" integer CONSTRAINT "posts_user" REFERENCES "users" ("id");
