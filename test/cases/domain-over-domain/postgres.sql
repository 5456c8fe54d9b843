-- covet migration 20260102000000_alter_domain_percent_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: percent@a176d194, share@b0d195f2
-- after:  percent@d75a14ef, share@b0d195f2

-- covet:forward
-- covet:step 1 ALTER_DOMAIN percent (test/cases/domain-over-domain/after.covet:1)
-- covet:guard fails parts.part: SELECT 1 FROM "parts" WHERE abs(round("part"::numeric, 2)) >= 1e3
-- covet:guard fails parts.rate: SELECT 1 FROM "parts" WHERE abs(round("rate"::numeric, 2)) >= 1e3
ALTER DOMAIN "percent" RENAME TO "_covet_percent";
ALTER DOMAIN "share" RENAME TO "_covet_share";
CREATE DOMAIN "percent" AS numeric(5,2) CONSTRAINT "percent_most" CHECK ((VALUE <= 100));
CREATE DOMAIN "share" AS "percent" NOT NULL CONSTRAINT "share_least" CHECK (((VALUE)::integer >= 0));
ALTER TABLE "parts" ALTER COLUMN "part" TYPE "share" USING "part"::"share", ALTER COLUMN "rate" TYPE "percent" USING "rate"::"percent";
DROP DOMAIN "_covet_share";
DROP DOMAIN "_covet_percent";

-- covet:step 2 ALTER_DOMAIN share (test/cases/domain-over-domain/after.covet:2)
-- covet:guard fails parts.part: SELECT 1 FROM "parts" WHERE NOT ("part" >= 0)
ALTER DOMAIN "share" DROP CONSTRAINT "share_least";
ALTER DOMAIN "share" ADD CONSTRAINT "share_least" CHECK (value >= 0);

-- covet:backward
-- covet:step 1 ALTER_DOMAIN share
-- covet:guard fails parts.part: SELECT 1 FROM "parts" WHERE NOT ((("part")::integer >= 0))
ALTER DOMAIN "share" DROP CONSTRAINT "share_least";
ALTER DOMAIN "share" ADD CONSTRAINT "share_least" CHECK (((VALUE)::integer >= 0));

-- covet:step 2 ALTER_DOMAIN percent
-- covet:guard fails parts.part: SELECT 1 FROM "parts" WHERE "part" < -2147483648 OR "part" > 2147483647
-- covet:guard loses parts.part: SELECT 1 FROM "parts" WHERE "part" <> trunc("part")
-- covet:guard fails parts.rate: SELECT 1 FROM "parts" WHERE "rate" < -2147483648 OR "rate" > 2147483647
-- covet:guard loses parts.rate: SELECT 1 FROM "parts" WHERE "rate" <> trunc("rate")
ALTER DOMAIN "percent" RENAME TO "_covet_percent";
ALTER DOMAIN "share" RENAME TO "_covet_share";
CREATE DOMAIN "percent" AS integer CONSTRAINT "percent_most" CHECK ((VALUE <= 100));
CREATE DOMAIN "share" AS "percent" NOT NULL CONSTRAINT "share_least" CHECK (((VALUE)::integer >= 0));
ALTER TABLE "parts" ALTER COLUMN "part" TYPE "share" USING "part"::"share", ALTER COLUMN "rate" TYPE "percent" USING "rate"::"percent";
DROP DOMAIN "_covet_share";
DROP DOMAIN "_covet_percent";
