-- covet migration 20260102000000_rename_enum_value_state_old_and_3_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: posts@5545712e, state@c64e7666
-- after:  posts@5545712e, state@4e459502

-- covet:forward
-- covet:step 1 RENAME_ENUM_VALUE state.old (test/cases/enum-many-changes/after.covet:1)
ALTER TYPE "state" RENAME VALUE 'old' TO 'archived';

-- covet:step 2 ALTER_ENUM state (test/cases/enum-many-changes/after.covet:1)
-- covet:guard fails posts.state: SELECT 1 FROM "posts" WHERE "state"::text IN ('gone')
-- covet:guard fails posts.was: SELECT 1 FROM "posts" WHERE "was"::text IN ('gone')
ALTER TABLE "posts" DROP CONSTRAINT "posts_state_ok";
ALTER TYPE "state" RENAME TO "_covet_state";
CREATE TYPE "state" AS ENUM ('live', 'fresh', 'draft', 'archived');
ALTER TABLE "posts" ALTER COLUMN "state" DROP DEFAULT, ALTER COLUMN "state" TYPE "state" USING "state"::text::"state", ALTER COLUMN "state" SET DEFAULT 'draft'::state, ALTER COLUMN "was" TYPE "state" USING "was"::text::"state";
DROP TYPE "_covet_state";

-- covet:step 3 ALTER_COLUMN posts.state (test/cases/enum-many-changes/after.covet:5)
ALTER TABLE "posts" ALTER COLUMN "state" SET DEFAULT 'live';

-- covet:step 4 ALTER_CHECK posts.posts_state_ok (test/cases/enum-many-changes/after.covet:5)
ALTER TABLE "posts" ADD CONSTRAINT "posts_state_ok" CHECK (state <> 'archived');

-- covet:backward
-- covet:step 1 ALTER_CHECK posts.posts_state_ok
ALTER TABLE "posts" DROP CONSTRAINT "posts_state_ok";

-- covet:step 2 ALTER_COLUMN posts.state
ALTER TABLE "posts" ALTER COLUMN "state" SET DEFAULT 'draft'::state;

-- covet:step 3 ALTER_ENUM state
-- covet:guard fails posts.state: SELECT 1 FROM "posts" WHERE "state"::text IN ('fresh')
-- covet:guard fails posts.was: SELECT 1 FROM "posts" WHERE "was"::text IN ('fresh')
ALTER TYPE "state" RENAME TO "_covet_state";
CREATE TYPE "state" AS ENUM ('draft', 'live', 'gone', 'archived');
ALTER TABLE "posts" ALTER COLUMN "state" DROP DEFAULT, ALTER COLUMN "state" TYPE "state" USING "state"::text::"state", ALTER COLUMN "state" SET DEFAULT 'draft'::state, ALTER COLUMN "was" TYPE "state" USING "was"::text::"state";
DROP TYPE "_covet_state";
ALTER TABLE "posts" ADD CONSTRAINT "posts_state_ok" CHECK ((state <> 'gone'::state));

-- covet:step 4 RENAME_ENUM_VALUE state.archived
ALTER TYPE "state" RENAME VALUE 'archived' TO 'old';
