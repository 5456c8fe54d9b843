-- covet migration 20260102000000_alter_enum_size
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: size@cfe0eef7
-- after:  size@cb2e2dd6

-- covet:forward
-- covet:step 1 ALTER_ENUM size (test/cases/enum-reorder/after.covet:1)
ALTER TYPE "size" RENAME TO "_covet_size";
CREATE TYPE "size" AS ENUM ('small', 'medium', 'large');
ALTER TABLE "shirts" ALTER COLUMN "size" TYPE "size" USING "size"::text::"size";
DROP TYPE "_covet_size";

-- covet:backward
-- covet:step 1 ALTER_ENUM size
ALTER TYPE "size" RENAME TO "_covet_size";
CREATE TYPE "size" AS ENUM ('large', 'small', 'medium');
ALTER TABLE "shirts" ALTER COLUMN "size" TYPE "size" USING "size"::text::"size";
DROP TYPE "_covet_size";
