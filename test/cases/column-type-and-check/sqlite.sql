-- covet migration 20260102000000_alter_jobs
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_jobs
-- before: jobs@1dcb207f
-- after:  jobs@de5272ca

-- covet:forward
-- covet:step 1 REBUILD_TABLE jobs (test/cases/column-type-and-check/after.covet:4)
--   ALTER_COLUMN jobs.active
--   ALTER_COLUMN jobs.k
--   ALTER_CHECK jobs.jobs_k
--   ALTER_INDEX jobs.jobs_active
-- covet:guard loses jobs.k: SELECT 1 FROM "jobs" WHERE typeof("k") = 'text' AND "k" IS NOT CAST(CAST("k" AS numeric) AS text)
-- covet:guard fails jobs.jobs_k: SELECT 1 FROM "jobs" WHERE NOT (k in (1, 2))
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_jobs" (
  "id" integer PRIMARY KEY,
  "k" integer,
  "active" integer NOT NULL,
  "note" text NOT NULL,
  CONSTRAINT "jobs_k" CHECK (k in (1, 2))
);
INSERT INTO "_covet_new_jobs" ("id", "k", "active", "note")
SELECT "id", "k", "active", "note" FROM "jobs";
DROP TABLE "jobs";
ALTER TABLE "_covet_new_jobs" RENAME TO "jobs";
CREATE INDEX "jobs_active" ON "jobs" ("note") WHERE active = 1;
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE jobs
--   ALTER_INDEX jobs.jobs_active
--   ALTER_CHECK jobs.jobs_k
--   ALTER_COLUMN jobs.k
--   ALTER_COLUMN jobs.active
-- covet:guard fails jobs.jobs_k: SELECT 1 FROM "jobs" WHERE NOT (k in ('1', '2'))
-- covet:guard loses jobs.k: SELECT 1 FROM "jobs" WHERE typeof("k") = 'real' AND "k" IS NOT CAST(CAST("k" AS text) AS real)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_jobs" (
  "id" integer PRIMARY KEY,
  "k" text,
  "active" boolean NOT NULL,
  "note" text NOT NULL,
  CONSTRAINT "jobs_k" CHECK (k in ('1', '2'))
);
INSERT INTO "_covet_new_jobs" ("id", "k", "active", "note")
SELECT "id", "k", "active", "note" FROM "jobs";
DROP TABLE "jobs";
ALTER TABLE "_covet_new_jobs" RENAME TO "jobs";
CREATE INDEX "jobs_active" ON "jobs" ("note") WHERE active;
PRAGMA legacy_alter_table = OFF;
