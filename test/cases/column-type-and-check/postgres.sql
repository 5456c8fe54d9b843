-- covet migration 20260102000000_alter_jobs
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_jobs
-- before: jobs@850f3153
-- after:  jobs@372798db

-- covet:forward
-- covet:step 1 ALTER_COLUMN jobs.active (test/cases/column-type-and-check/after.covet:4)
DROP INDEX "jobs_active";
ALTER TABLE "jobs" ALTER COLUMN "active" TYPE integer USING "active"::integer::integer;

-- covet:step 2 ALTER_COLUMN jobs.k (test/cases/column-type-and-check/after.covet:3)
-- covet:guard fails jobs.k: SELECT 1 FROM "jobs" WHERE "k" !~ '^\s*[-+]?[0-9]+\s*$'
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_k";
ALTER TABLE "jobs" ALTER COLUMN "k" TYPE integer USING "k"::integer;

-- covet:step 3 ALTER_CHECK jobs.jobs_k (test/cases/column-type-and-check/after.covet:3)
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_k" CHECK (k in (1, 2));

-- covet:step 4 ALTER_INDEX jobs.jobs_active (test/cases/column-type-and-check/after.covet:7)
CREATE INDEX "jobs_active" ON "jobs" ("note") WHERE (active = 1);

-- covet:backward
-- covet:step 1 ALTER_INDEX jobs.jobs_active
DROP INDEX "jobs_active";

-- covet:step 2 ALTER_CHECK jobs.jobs_k
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_k";

-- covet:step 3 ALTER_COLUMN jobs.k
ALTER TABLE "jobs" ALTER COLUMN "k" TYPE text;
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_k" CHECK ((k = ANY (ARRAY['1'::text, '2'::text])));

-- covet:step 4 ALTER_COLUMN jobs.active
ALTER TABLE "jobs" ALTER COLUMN "active" TYPE boolean USING "active" <> 0;
CREATE INDEX "jobs_active" ON "jobs" ("note") WHERE (active);
