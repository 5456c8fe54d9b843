-- covet migration 20260102000000_init
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- before: comments@-, posts@-, users@-
-- after:  comments@8323f0f0, posts@4957e01c, users@ed49d45a

-- covet:forward
-- covet:step 1 CREATE_TABLE users (test/cases/table-create-foreign-key-order/after.covet:10)
CREATE TABLE "users" (
  "id" integer PRIMARY KEY
);

-- covet:step 2 CREATE_TABLE posts (test/cases/table-create-foreign-key-order/after.covet:6)
CREATE TABLE "posts" (
  "id" integer PRIMARY KEY,
  "author_id" integer NOT NULL,
  FOREIGN KEY ("author_id") REFERENCES "users" ("id")
);

-- covet:step 3 CREATE_TABLE comments (test/cases/table-create-foreign-key-order/after.covet:1)
CREATE TABLE "comments" (
  "id" integer PRIMARY KEY,
  "post_id" integer NOT NULL,
  "author_id" integer,
  FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("author_id") REFERENCES "users" ("id") ON DELETE SET NULL
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
