-- covet migration 20260102000000_rename_table_articles_and_5_more
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_articles
-- before: articles@797ee6b1, posts@-
-- after:  articles@-, posts@0854bad2

-- covet:forward
-- covet:step 1 RENAME_TABLE articles (test/cases/column-using-renamed/after.covet:1)
ALTER TABLE "articles" RENAME TO "posts";

-- covet:step 2 RENAME_COLUMN posts.title (test/cases/column-using-renamed/after.covet:3)
ALTER TABLE "posts" RENAME COLUMN "title" TO "headline";

-- covet:step 3 RENAME_COLUMN posts.words (test/cases/column-using-renamed/after.covet:5)
ALTER TABLE "posts" RENAME COLUMN "words" TO "word_count";

-- covet:step 4 REBUILD_TABLE posts (test/cases/column-using-renamed/after.covet:4)
--   ADD_COLUMN posts.slug
--   ALTER_COLUMN posts.word_count
--   ADD_UNIQUE posts.<unique slug>
-- covet:guard fails posts.slug: SELECT 1 FROM (SELECT (lower(replace("title", ' ', '-'))) AS "slug" FROM "articles") WHERE "slug" IS NULL
-- covet:guard fails posts.word_count: SELECT 1 FROM (SELECT (length("title")) AS "word_count" FROM "articles") WHERE "word_count" IS NULL
-- covet:guard fails posts.<unique slug>: SELECT 1 FROM (SELECT (lower(replace("title", ' ', '-'))) AS "slug" FROM "articles") WHERE "slug" IS NOT NULL GROUP BY "slug" HAVING count(*) > 1
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer CONSTRAINT "articles_key" PRIMARY KEY,
  "headline" varchar(80) NOT NULL,
  "word_count" integer NOT NULL,
  "slug" varchar(80) NOT NULL,
  UNIQUE ("slug")
);
INSERT INTO "_covet_new_posts" ("id", "headline", "word_count", "slug")
SELECT "id", "headline", (length(headline)), (lower(replace(headline, ' ', '-'))) FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE posts
--   DROP_UNIQUE posts.<unique slug>
--   ALTER_COLUMN posts.word_count
--   DROP_COLUMN posts.slug
-- covet:guard loses posts.word_count: SELECT 1 FROM "posts" WHERE typeof("word_count") = 'real' AND "word_count" IS NOT CAST(CAST("word_count" AS text) AS real)
-- covet:guard loses posts.slug: SELECT 1 FROM "posts" WHERE "slug" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_posts" (
  "id" integer CONSTRAINT "articles_key" PRIMARY KEY,
  "headline" varchar(80) NOT NULL,
  "word_count" varchar(10)
);
INSERT INTO "_covet_new_posts" ("id", "headline", "word_count")
SELECT "id", "headline", "word_count" FROM "posts";
DROP TABLE "posts";
ALTER TABLE "_covet_new_posts" RENAME TO "posts";
PRAGMA legacy_alter_table = OFF;

-- covet:step 2 RENAME_COLUMN posts.word_count
ALTER TABLE "posts" RENAME COLUMN "word_count" TO "words";

-- covet:step 3 RENAME_COLUMN posts.headline
ALTER TABLE "posts" RENAME COLUMN "headline" TO "title";

-- covet:step 4 RENAME_TABLE posts
ALTER TABLE "posts" RENAME TO "articles";
