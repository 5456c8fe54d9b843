-- covet migration 20260102000000_drop_foreign_key_b_b_a_and_5_more
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: a@720644ba, b@7e0ca084, c@-
-- after:  a@-, b@dd6281b1, c@9a5e7c48

-- covet:forward
-- covet:step 1 DROP_TABLE a
-- covet:guard loses a: SELECT 1 FROM "a"
DROP TABLE "a";

-- covet:step 2 CREATE_TABLE c (test/cases/many-tables/after.covet:5)
CREATE TABLE "c" (
  "id" integer PRIMARY KEY
);

-- covet:step 3 REBUILD_TABLE b (test/cases/many-tables/after.covet:3)
--   DROP_FOREIGN_KEY b.b_a
--   DROP_COLUMN b.a_id
--   ADD_COLUMN b.c_id
--   ADD_FOREIGN_KEY b.b_c
-- covet:guard loses b.a_id: SELECT 1 FROM "b" WHERE "a_id" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_b" (
  "id" integer PRIMARY KEY,
  "c_id" integer,
  CONSTRAINT "b_c" FOREIGN KEY ("c_id") REFERENCES "c" ("id")
);
INSERT INTO "_covet_new_b" ("id")
SELECT "id" FROM "b";
DROP TABLE "b";
ALTER TABLE "_covet_new_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 DROP_TABLE c
-- covet:guard loses c: SELECT 1 FROM "c"
DROP TABLE "c";

-- covet:step 2 CREATE_TABLE a
CREATE TABLE "a" (
  "id" integer PRIMARY KEY
);

-- covet:step 3 REBUILD_TABLE b
--   DROP_FOREIGN_KEY b.b_c
--   DROP_COLUMN b.c_id
--   ADD_COLUMN b.a_id
--   ADD_FOREIGN_KEY b.b_a
-- covet:guard loses b.c_id: SELECT 1 FROM "b" WHERE "c_id" IS NOT NULL
-- covet:guard fails b.a_id: SELECT 1 FROM "b"
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_b" (
  "id" integer PRIMARY KEY,
  "a_id" integer NOT NULL,
  CONSTRAINT "b_a" FOREIGN KEY ("a_id") REFERENCES "a" ("id")
);
INSERT INTO "_covet_new_b" ("id")
SELECT "id" FROM "b";
DROP TABLE "b";
ALTER TABLE "_covet_new_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;
