-- covet migration 20260102000000_alter_tasks
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_tasks
-- before: tasks@fd6619fc
-- after:  tasks@5b19ae70

-- covet:forward
-- covet:step 1 ALTER_COLUMN tasks.done (test/cases/column-type-default-no-cast/after.covet:4)
ALTER TABLE "tasks" ALTER COLUMN "done" DROP DEFAULT, ALTER COLUMN "done" TYPE integer USING "done"::integer::integer, ALTER COLUMN "done" SET DEFAULT 0;

-- covet:step 2 ALTER_COLUMN tasks.level (test/cases/column-type-default-no-cast/after.covet:3)
-- covet:guard fails tasks.level: SELECT 1 FROM "tasks" WHERE (case level when 'low' then 1 else 2 end) IS NULL
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_level_ok";
ALTER TABLE "tasks" ALTER COLUMN "level" DROP DEFAULT, ALTER COLUMN "level" TYPE integer USING (case level when 'low' then 1 else 2 end), ALTER COLUMN "level" SET DEFAULT 1;

-- covet:step 3 ALTER_CHECK tasks.tasks_level_ok (test/cases/column-type-default-no-cast/after.covet:7)
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_level_ok" CHECK (level > 0);

-- covet:backward
-- covet:step 1 ALTER_CHECK tasks.tasks_level_ok
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_level_ok";

-- covet:step 2 ALTER_COLUMN tasks.level
-- covet:guard fails tasks.level: SELECT 1 FROM "tasks" WHERE length("level"::text) > 10
ALTER TABLE "tasks" ALTER COLUMN "level" DROP DEFAULT, ALTER COLUMN "level" TYPE character varying(10), ALTER COLUMN "level" SET DEFAULT 'low'::character varying;
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_level_ok" CHECK (((level)::text <> ''::text));

-- covet:step 3 ALTER_COLUMN tasks.done
ALTER TABLE "tasks" ALTER COLUMN "done" DROP DEFAULT, ALTER COLUMN "done" TYPE boolean USING "done" <> 0, ALTER COLUMN "done" SET DEFAULT false;
