-- covet migration 20260102000000_rename_table_posts_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: articles@-, posts@abef9068
-- after:  articles@1d17e968, posts@fbeea33c

-- covet:forward
-- covet:step 1 RENAME_TABLE posts (test/cases/table-rename-name-reused/after.covet:1)
ALTER TABLE "posts" RENAME TO "articles";

-- covet:step 2 CREATE_TABLE posts (test/cases/table-rename-name-reused/after.covet:13)
CREATE TABLE "posts" (
  "slug" character varying(40) NOT NULL,
  "article_id" integer,
  CONSTRAINT "posts_pkey" PRIMARY KEY ("slug"),
  CONSTRAINT "posts_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- covet:backward
-- covet:step 1 DROP_TABLE posts
-- covet:guard loses posts: SELECT 1 FROM "posts"
DROP TABLE "posts";

-- covet:step 2 RENAME_TABLE articles
ALTER TABLE "articles" RENAME TO "posts";
