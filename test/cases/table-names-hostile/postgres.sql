-- covet migration 20260102000000_alter_odd_name_s
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_odd_name_s
-- before: "odd ""name""; -- %s"@dde0bd6b
-- after:  "odd ""name""; -- %s"@7a7019b7

-- covet:forward
-- covet:step 1 ADD_COLUMN "odd ""name""; -- %s"."naïve 🙂 'col'" (test/cases/table-names-hostile/after.covet:3)
ALTER TABLE "odd ""name""; -- %s" ADD COLUMN "naïve 🙂 'col'" text DEFAULT 'it''s; -- \n %s 🙂' NOT NULL
;

-- covet:step 2 ADD_COLUMN "odd ""name""; -- %s"."order by" (test/cases/table-names-hostile/after.covet:4)
ALTER TABLE "odd ""name""; -- %s" ADD COLUMN "order by" integer
;

-- covet:step 3 ADD_CHECK "odd ""name""; -- %s"."chk; drop" (test/cases/table-names-hostile/after.covet:4)
-- covet:guard fails "odd ""name""; -- %s"."chk; drop": SELECT 1 FROM (SELECT NULL::integer AS "order by" FROM "odd ""name""; -- %s") AS "odd ""name""; -- %s" WHERE NOT ("order by" <> 7)
ALTER TABLE "odd ""name""; -- %s" ADD CONSTRAINT "chk; drop" CHECK ("order by" <> 7)
;

-- covet:backward
-- covet:step 1 DROP_CHECK "odd ""name""; -- %s"."chk; drop"
ALTER TABLE "odd ""name""; -- %s" DROP CONSTRAINT "chk; drop"
;

-- covet:step 2 DROP_COLUMN "odd ""name""; -- %s"."order by"
-- covet:guard loses "odd ""name""; -- %s"."order by": SELECT 1 FROM "odd ""name""; -- %s" WHERE "order by" IS NOT NULL
ALTER TABLE "odd ""name""; -- %s" DROP COLUMN "order by"
;

-- covet:step 3 DROP_COLUMN "odd ""name""; -- %s"."naïve 🙂 'col'"
-- covet:guard loses "odd ""name""; -- %s"."naïve 🙂 'col'": SELECT 1 FROM "odd ""name""; -- %s" WHERE "naïve 🙂 'col'" IS DISTINCT FROM 'it''s; -- \n %s 🙂'
ALTER TABLE "odd ""name""; -- %s" DROP COLUMN "naïve 🙂 'col'"
;
