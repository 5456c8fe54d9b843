-- covet migration 20260102000000_drop_foreign_key_posts_foreign_key_user_id
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: posts@20869792
-- after:  posts@925c8efd

-- covet:forward
-- covet:step 1 REBUILD_TABLE posts
--   DROP_FOREIGN_KEY posts.<foreign key user_id>
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "user_id" integer NOT NULL
);
INSERT INTO "_covet_new_posts" ("id", "user_id")
SELECT "id", "user_id" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE posts
--   ADD_FOREIGN_KEY posts.<foreign key user_id>
-- covet:guard fails posts.<foreign key user_id>: SELECT 1 FROM "posts" AS c WHERE c."user_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" AS p WHERE p."id" = c."user_id")
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer PRIMARY KEY,
  "user_id" integer NOT NULL,
  FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
INSERT INTO "_covet_new_posts" ("id", "user_id")
SELECT "id", "user_id" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;
