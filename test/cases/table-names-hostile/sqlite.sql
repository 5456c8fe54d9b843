-- covet migration 20260102000000_alter_odd_name_s
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_odd_name_s
-- before: "odd ""name""; -- %s"@68e46ffd
-- after:  "odd ""name""; -- %s"@02fa34b8

-- covet:forward
-- covet:step 1 ADD_COLUMN "odd ""name""; -- %s"."naïve 🙂 'col'" (test/cases/table-names-hostile/after.covet:3)
ALTER TABLE "odd ""name""; -- %s" ADD COLUMN "naïve 🙂 'col'" text NOT NULL DEFAULT 'it''s; -- \n %s 🙂'
;

-- covet:step 2 ADD_COLUMN "odd ""name""; -- %s"."order by" (test/cases/table-names-hostile/after.covet:4)
--   ADD_COLUMN "odd ""name""; -- %s"."order by"
--   ADD_CHECK "odd ""name""; -- %s"."chk; drop"
-- covet:guard fails "odd ""name""; -- %s"."chk; drop": SELECT 1 FROM (SELECT NULL AS "order by" FROM "odd ""name""; -- %s") WHERE NOT ("order by" <> 7)
ALTER TABLE "odd ""name""; -- %s" ADD COLUMN "order by" integer CONSTRAINT "chk; drop" CHECK ("order by" <> 7)
;

-- covet:backward
-- covet:step 1 REBUILD_TABLE "odd ""name""; -- %s"
--   DROP_CHECK "odd ""name""; -- %s"."chk; drop"
--   DROP_COLUMN "odd ""name""; -- %s"."order by"
--   DROP_COLUMN "odd ""name""; -- %s"."naïve 🙂 'col'"
-- covet:guard loses "odd ""name""; -- %s"."order by": SELECT 1 FROM "odd ""name""; -- %s" WHERE "order by" IS NOT NULL
-- covet:guard loses "odd ""name""; -- %s"."naïve 🙂 'col'": SELECT 1 FROM "odd ""name""; -- %s" WHERE "naïve 🙂 'col'" IS NOT 'it''s; -- \n %s 🙂'
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_odd ""name""; -- %s" (
  "select" integer PRIMARY KEY
);
INSERT INTO "_covet_new_odd ""name""; -- %s" ("select")
SELECT "select" FROM "odd ""name""; -- %s"
;
DROP TABLE "odd ""name""; -- %s"
;
ALTER TABLE "_covet_new_odd ""name""; -- %s" RENAME TO "odd ""name""; -- %s"
;
PRAGMA legacy_alter_table = OFF;
