-- covet migration 20260102000000_rename_table_posts_and_1_more
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: articles@-, posts@7759268b
-- after:  articles@9939af29, posts@a5acd90a

-- covet:forward
-- covet:step 1 RENAME_TABLE posts (test/cases/table-rename-name-reused/after.covet:1)
ALTER TABLE "posts" RENAME TO "articles";

-- covet:step 2 CREATE_TABLE posts (test/cases/table-rename-name-reused/after.covet:13)
CREATE TABLE "posts" (
  "slug" varchar(40) NOT NULL,
  "article_id" integer,
  PRIMARY KEY ("slug"),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id")
);

-- covet:backward
-- covet:step 1 DROP_TABLE posts
-- covet:guard loses posts: SELECT 1 FROM "posts"
DROP TABLE "posts";

-- covet:step 2 RENAME_TABLE articles
ALTER TABLE "articles" RENAME TO "posts";
