-- covet migration 20260102000000_alter_enum_state_and_2_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: posts@3aee1a48, state@d5cdcf67
-- after:  posts@3aee1a48, state@40726903

-- covet:forward
-- covet:step 1 ALTER_ENUM state (test/cases/enum-remove-value-checked/after.covet:1)
-- covet:guard fails posts.state: SELECT 1 FROM "posts" WHERE "state"::text IN ('gone')
ALTER TABLE "posts" DROP CONSTRAINT "posts_state";
DROP INDEX "posts_title";
ALTER TYPE "state" RENAME TO "_covet_state";
CREATE TYPE "state" AS ENUM ('draft', 'live');
ALTER TABLE "posts" ALTER COLUMN "state" TYPE "state" USING "state"::text::"state";
DROP TYPE "_covet_state";

-- covet:step 2 ALTER_CHECK posts.posts_state (test/cases/enum-remove-value-checked/after.covet:4)
ALTER TABLE "posts" ADD CONSTRAINT "posts_state" CHECK (state in ('draft', 'live'));

-- covet:step 3 ALTER_INDEX posts.posts_title (test/cases/enum-remove-value-checked/after.covet:7)
CREATE INDEX "posts_title" ON "posts" ("title") WHERE (state <> 'draft');

-- covet:backward
-- covet:step 1 ALTER_INDEX posts.posts_title
DROP INDEX "posts_title";

-- covet:step 2 ALTER_CHECK posts.posts_state
ALTER TABLE "posts" DROP CONSTRAINT "posts_state";

-- covet:step 3 ALTER_ENUM state
ALTER TYPE "state" RENAME TO "_covet_state";
CREATE TYPE "state" AS ENUM ('draft', 'live', 'gone');
ALTER TABLE "posts" ALTER COLUMN "state" TYPE "state" USING "state"::text::"state";
DROP TYPE "_covet_state";
CREATE INDEX "posts_title" ON "posts" ("title") WHERE ((state <> 'gone'::state));
ALTER TABLE "posts" ADD CONSTRAINT "posts_state" CHECK ((state = ANY (ARRAY['draft'::state, 'live'::state, 'gone'::state])));
