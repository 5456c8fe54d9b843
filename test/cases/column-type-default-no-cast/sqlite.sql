-- covet migration 20260102000000_alter_tasks
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_tasks
-- before: tasks@d1971dbe
-- after:  tasks@ec8f2f6e

-- covet:forward
-- covet:step 1 REBUILD_TABLE tasks (test/cases/column-type-default-no-cast/after.covet:4)
--   ALTER_COLUMN tasks.done
--   ALTER_COLUMN tasks.level
--   ALTER_CHECK tasks.tasks_level_ok
-- covet:guard fails tasks.level: SELECT 1 FROM (SELECT (case level when 'low' then 1 else 2 end) AS "level" FROM "tasks") WHERE "level" IS NULL
-- covet:guard fails tasks.tasks_level_ok: SELECT 1 FROM (SELECT (case level when 'low' then 1 else 2 end) AS "level" FROM "tasks") WHERE NOT (level > 0)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tasks" (
  "id" integer PRIMARY KEY,
  "level" integer NOT NULL DEFAULT 1,
  "done" integer NOT NULL DEFAULT 0,
  CONSTRAINT "tasks_level_ok" CHECK (level > 0)
);
INSERT INTO "_covet_new_tasks" ("id", "level", "done")
SELECT "id", (case level when 'low' then 1 else 2 end), "done" FROM "tasks";
DROP TABLE "tasks";
ALTER TABLE "_covet_new_tasks" RENAME TO "tasks";
CREATE INDEX "tasks_level" ON "tasks" ("level");
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE tasks
--   ALTER_CHECK tasks.tasks_level_ok
--   ALTER_COLUMN tasks.level
--   ALTER_COLUMN tasks.done
-- covet:guard fails tasks.tasks_level_ok: SELECT 1 FROM "tasks" WHERE NOT (level <> '')
-- covet:guard loses tasks.level: SELECT 1 FROM "tasks" WHERE typeof("level") = 'real' AND "level" IS NOT CAST(CAST("level" AS text) AS real)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_tasks" (
  "id" integer PRIMARY KEY,
  "level" varchar(10) NOT NULL DEFAULT 'low',
  "done" boolean NOT NULL DEFAULT false,
  CONSTRAINT "tasks_level_ok" CHECK (level <> '')
);
INSERT INTO "_covet_new_tasks" ("id", "level", "done")
SELECT "id", "level", "done" FROM "tasks";
DROP TABLE "tasks";
ALTER TABLE "_covet_new_tasks" RENAME TO "tasks";
CREATE INDEX "tasks_level" ON "tasks" ("level");
PRAGMA legacy_alter_table = OFF;
