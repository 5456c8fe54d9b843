-- covet migration 20260102000000_alter_domain_tag
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: tag@ce0bac1d
-- after:  tag@9d41e143

-- covet:forward
-- covet:step 1 ALTER_DOMAIN tag (test/cases/domain-array/after.covet:1)
-- covet:guard fails posts.main: SELECT 1 FROM "posts" WHERE NOT ("main" <> '')
-- covet:guard fails posts.tags: SELECT 1 FROM "posts" WHERE EXISTS (SELECT 1 FROM unnest("tags") AS value WHERE NOT (value <> ''))
ALTER DOMAIN "tag" RENAME TO "_covet_tag";
CREATE DOMAIN "tag" AS character varying(20) CONSTRAINT "tag_filled" CHECK (value <> '');
ALTER TABLE "posts" ALTER COLUMN "main" TYPE "tag" USING "main"::"tag", ALTER COLUMN "tags" DROP DEFAULT, ALTER COLUMN "tags" TYPE "tag"[] USING "tags"::"tag"[], ALTER COLUMN "tags" SET DEFAULT '{}'::tag[];
DROP DOMAIN "_covet_tag";

-- covet:backward
-- covet:step 1 ALTER_DOMAIN tag
ALTER DOMAIN "tag" DROP CONSTRAINT "tag_filled";
