-- covet migration 20260102000000_alter_column_likes_post_id_and_7_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: likes@fcef8f76, posts@b8cf9ad8, users@d5ed2e3e
-- after:  likes@fd3def2f, posts@f71aa634, users@2d789eca

-- covet:forward
-- covet:step 1 ALTER_COLUMN likes.post_id (test/cases/primary-key-type-through-foreign-keys/after.covet:17)
ALTER TABLE "likes" ALTER COLUMN "post_id" TYPE bigint;

-- covet:step 2 ALTER_COLUMN likes.user_id (test/cases/primary-key-type-through-foreign-keys/after.covet:16)
ALTER TABLE "likes" ALTER COLUMN "user_id" TYPE bigint;

-- covet:step 3 ALTER_COLUMN posts.id (test/cases/primary-key-type-through-foreign-keys/after.covet:8)
ALTER TABLE "posts" ALTER COLUMN "id" TYPE bigint;

-- covet:step 4 ALTER_COLUMN posts.number (test/cases/primary-key-type-through-foreign-keys/after.covet:10)
ALTER TABLE "posts" ALTER COLUMN "number" TYPE bigint;

-- covet:step 5 ALTER_COLUMN posts.user_id (test/cases/primary-key-type-through-foreign-keys/after.covet:9)
ALTER TABLE "posts" ALTER COLUMN "user_id" TYPE bigint;

-- covet:step 6 ALTER_COLUMN users.id (test/cases/primary-key-type-through-foreign-keys/after.covet:2)
ALTER TABLE "users" ALTER COLUMN "id" TYPE bigint;

-- covet:step 7 ALTER_COLUMN users.manager_id (test/cases/primary-key-type-through-foreign-keys/after.covet:3)
ALTER TABLE "users" ALTER COLUMN "manager_id" TYPE bigint;

-- covet:step 8 ALTER_COLUMN users.number (test/cases/primary-key-type-through-foreign-keys/after.covet:4)
ALTER TABLE "users" ALTER COLUMN "number" TYPE bigint;

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.number
-- covet:guard fails users.number: SELECT 1 FROM "users" WHERE "number" < -2147483648 OR "number" > 2147483647
ALTER TABLE "users" ALTER COLUMN "number" TYPE integer;

-- covet:step 2 ALTER_COLUMN users.manager_id
-- covet:guard fails users.manager_id: SELECT 1 FROM "users" WHERE "manager_id" < -2147483648 OR "manager_id" > 2147483647
ALTER TABLE "users" ALTER COLUMN "manager_id" TYPE integer;

-- covet:step 3 ALTER_COLUMN users.id
-- covet:guard fails users.id: SELECT 1 FROM "users" WHERE "id" < -2147483648 OR "id" > 2147483647
ALTER TABLE "users" ALTER COLUMN "id" TYPE integer;

-- covet:step 4 ALTER_COLUMN posts.user_id
-- covet:guard fails posts.user_id: SELECT 1 FROM "posts" WHERE "user_id" < -2147483648 OR "user_id" > 2147483647
ALTER TABLE "posts" ALTER COLUMN "user_id" TYPE integer;

-- covet:step 5 ALTER_COLUMN posts.number
-- covet:guard fails posts.number: SELECT 1 FROM "posts" WHERE "number" < -2147483648 OR "number" > 2147483647
ALTER TABLE "posts" ALTER COLUMN "number" TYPE integer;

-- covet:step 6 ALTER_COLUMN posts.id
-- covet:guard fails posts.id: SELECT 1 FROM "posts" WHERE "id" < -2147483648 OR "id" > 2147483647
ALTER TABLE "posts" ALTER COLUMN "id" TYPE integer;

-- covet:step 7 ALTER_COLUMN likes.user_id
-- covet:guard fails likes.user_id: SELECT 1 FROM "likes" WHERE "user_id" < -2147483648 OR "user_id" > 2147483647
ALTER TABLE "likes" ALTER COLUMN "user_id" TYPE integer;

-- covet:step 8 ALTER_COLUMN likes.post_id
-- covet:guard fails likes.post_id: SELECT 1 FROM "likes" WHERE "post_id" < -2147483648 OR "post_id" > 2147483647
ALTER TABLE "likes" ALTER COLUMN "post_id" TYPE integer;
