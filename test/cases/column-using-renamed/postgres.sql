-- covet migration 20260102000000_rename_table_articles_and_5_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_articles
-- before: articles@f048c802, posts@-
-- after:  articles@-, posts@ca37cf69

-- covet:forward
-- covet:step 1 RENAME_TABLE articles (test/cases/column-using-renamed/after.covet:1)
ALTER TABLE "articles" RENAME TO "posts";

-- covet:step 2 RENAME_COLUMN posts.title (test/cases/column-using-renamed/after.covet:3)
ALTER TABLE "posts" RENAME COLUMN "title" TO "headline";

-- covet:step 3 RENAME_COLUMN posts.words (test/cases/column-using-renamed/after.covet:5)
ALTER TABLE "posts" RENAME COLUMN "words" TO "word_count";

-- covet:step 4 ADD_COLUMN posts.slug (test/cases/column-using-renamed/after.covet:4)
-- covet:guard fails posts.slug: SELECT 1 FROM "articles" WHERE (lower(replace("title", ' ', '-'))) IS NULL
ALTER TABLE "posts" ADD COLUMN "slug" character varying(80);
UPDATE "posts" SET "slug" = (lower(replace(headline, ' ', '-')));
ALTER TABLE "posts" ALTER COLUMN "slug" SET NOT NULL;

-- covet:step 5 ALTER_COLUMN posts.word_count (test/cases/column-using-renamed/after.covet:5)
-- covet:guard fails posts.word_count: SELECT 1 FROM "articles" WHERE (length("title")) IS NULL
ALTER TABLE "posts" ALTER COLUMN "word_count" TYPE integer USING (length(headline)), ALTER COLUMN "word_count" SET NOT NULL;

-- covet:step 6 ADD_UNIQUE posts.posts_slug_key (test/cases/column-using-renamed/after.covet:4)
-- covet:guard fails posts.posts_slug_key: SELECT 1 FROM (SELECT (lower(replace("title", ' ', '-')))::character varying(80) AS "slug" FROM "articles") AS "posts" WHERE "slug" IS NOT NULL GROUP BY "slug" HAVING count(*) > 1
ALTER TABLE "posts" ADD CONSTRAINT "posts_slug_key" UNIQUE ("slug");

-- covet:backward
-- covet:step 1 DROP_UNIQUE posts.posts_slug_key
ALTER TABLE "posts" DROP CONSTRAINT "posts_slug_key";

-- covet:step 2 ALTER_COLUMN posts.word_count
-- covet:guard fails posts.word_count: SELECT 1 FROM "posts" WHERE length("word_count"::text) > 10
ALTER TABLE "posts" ALTER COLUMN "word_count" TYPE character varying(10), ALTER COLUMN "word_count" DROP NOT NULL;

-- covet:step 3 DROP_COLUMN posts.slug
-- covet:guard loses posts.slug: SELECT 1 FROM "posts"
ALTER TABLE "posts" DROP COLUMN "slug";

-- covet:step 4 RENAME_COLUMN posts.word_count
ALTER TABLE "posts" RENAME COLUMN "word_count" TO "words";

-- covet:step 5 RENAME_COLUMN posts.headline
ALTER TABLE "posts" RENAME COLUMN "headline" TO "title";

-- covet:step 6 RENAME_TABLE posts
ALTER TABLE "posts" RENAME TO "articles";
