-- covet migration 20260102000000_alter_posts
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: posts@d9288230
-- after:  posts@6c60a7bd

-- covet:forward
-- covet:step 1 ALTER_FOREIGN_KEY posts.fk_a (test/cases/foreign-key-actions/after.covet:6)
-- covet:guard fails posts.fk_a: SELECT 1 FROM "posts" c WHERE c."a" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" p WHERE p."id" = c."a")
ALTER TABLE "posts" DROP CONSTRAINT "fk_a";
ALTER TABLE "posts" ADD CONSTRAINT "fk_a" FOREIGN KEY ("a") REFERENCES "users" ("id") ON UPDATE CASCADE ON DELETE SET NULL;

-- covet:step 2 ALTER_FOREIGN_KEY posts.fk_b (test/cases/foreign-key-actions/after.covet:7)
-- covet:guard fails posts.fk_b: SELECT 1 FROM "posts" c WHERE c."b" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" p WHERE p."id" = c."b")
ALTER TABLE "posts" DROP CONSTRAINT "fk_b";
ALTER TABLE "posts" ADD CONSTRAINT "fk_b" FOREIGN KEY ("b") REFERENCES "users" ("id") ON UPDATE RESTRICT ON DELETE SET DEFAULT;

-- covet:backward
-- covet:step 1 ALTER_FOREIGN_KEY posts.fk_b
-- covet:guard fails posts.fk_b: SELECT 1 FROM "posts" c WHERE c."b" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" p WHERE p."id" = c."b")
ALTER TABLE "posts" DROP CONSTRAINT "fk_b";
ALTER TABLE "posts" ADD CONSTRAINT "fk_b" FOREIGN KEY ("b") REFERENCES "users" ("id") ON DELETE RESTRICT;

-- covet:step 2 ALTER_FOREIGN_KEY posts.fk_a
-- covet:guard fails posts.fk_a: SELECT 1 FROM "posts" c WHERE c."a" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" p WHERE p."id" = c."a")
ALTER TABLE "posts" DROP CONSTRAINT "fk_a";
ALTER TABLE "posts" ADD CONSTRAINT "fk_a" FOREIGN KEY ("a") REFERENCES "users" ("id");
