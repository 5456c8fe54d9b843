-- covet migration 20260102000000_init
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: comments@-, posts@-, users@-
-- after:  comments@2da529a5, posts@00f9f6e0, users@05c9a71a

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/table-create-foreign-key-order/after.covet:10)
CREATE TABLE "users" (
  "id" integer NOT NULL,
  CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- covet:step 2 CREATE_TABLE posts (test/cases/table-create-foreign-key-order/after.covet:6)
CREATE TABLE "posts" (
  "id" integer NOT NULL,
  "author_id" integer NOT NULL,
  CONSTRAINT "posts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "posts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users" ("id")
);

-- covet:step 3 CREATE_TABLE comments (test/cases/table-create-foreign-key-order/after.covet:1)
CREATE TABLE "comments" (
  "id" integer NOT NULL,
  "post_id" integer NOT NULL,
  "author_id" integer,
  CONSTRAINT "comments_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "comments_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE,
  CONSTRAINT "comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users" ("id") ON DELETE SET NULL
);

-- covet:backward
-- covet:step 1 DROP_TABLE comments
-- covet:guard loses comments: SELECT 1 FROM "comments"
DROP TABLE "comments";

-- covet:step 2 DROP_TABLE posts
-- covet:guard loses posts: SELECT 1 FROM "posts"
DROP TABLE "posts";

-- covet:step 3 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM "users"
DROP TABLE "users";
