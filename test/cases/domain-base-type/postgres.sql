-- covet migration 20260102000000_alter_domain_quantity_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: items@c65bfbdb, quantity@ccc63a69
-- after:  items@c65bfbdb, quantity@d5db2a86

-- covet:forward
-- covet:step 1 ALTER_DOMAIN quantity (test/cases/domain-base-type/after.covet:1)
ALTER TABLE "items" DROP CONSTRAINT "items_more";
ALTER DOMAIN "quantity" RENAME TO "_covet_quantity";
CREATE DOMAIN "quantity" AS bigint DEFAULT 1 CONSTRAINT "quantity_positive" CHECK ((VALUE > 0));
ALTER TABLE "items" ALTER COLUMN "many" TYPE "quantity" USING "many"::"quantity", ALTER COLUMN "more" TYPE "quantity" USING "more"::"quantity";
DROP DOMAIN "_covet_quantity";

-- covet:step 2 ALTER_CHECK items.items_more (test/cases/domain-base-type/after.covet:6)
ALTER TABLE "items" ADD CONSTRAINT "items_more" CHECK (more < 100);

-- covet:backward
-- covet:step 1 ALTER_CHECK items.items_more
ALTER TABLE "items" DROP CONSTRAINT "items_more";

-- covet:step 2 ALTER_DOMAIN quantity
-- covet:guard fails items.many: SELECT 1 FROM "items" WHERE "many" < -2147483648 OR "many" > 2147483647
-- covet:guard fails items.more: SELECT 1 FROM "items" WHERE "more" < -2147483648 OR "more" > 2147483647
ALTER DOMAIN "quantity" RENAME TO "_covet_quantity";
CREATE DOMAIN "quantity" AS integer DEFAULT 1 CONSTRAINT "quantity_positive" CHECK ((VALUE > 0));
ALTER TABLE "items" ALTER COLUMN "many" TYPE "quantity" USING "many"::"quantity", ALTER COLUMN "more" TYPE "quantity" USING "more"::"quantity";
DROP DOMAIN "_covet_quantity";
ALTER TABLE "items" ADD CONSTRAINT "items_more" CHECK (((more)::integer < 100));
