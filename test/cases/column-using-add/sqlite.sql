-- covet migration 20260102000000_alter_authors
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_authors
-- before: authors@1098101f
-- after:  authors@b6c7f9bc

-- covet:forward
-- covet:step 1 REBUILD_TABLE authors (test/cases/column-using-add/after.covet:3)
--   ADD_COLUMN authors.full_name
--   DROP_COLUMN authors.first_name
--   DROP_COLUMN authors.last_name
-- covet:guard fails authors.full_name: SELECT 1 FROM (SELECT (concat(first_name, ' ', last_name)) AS "full_name" FROM "authors") WHERE "full_name" IS NULL
-- covet:guard loses authors.first_name: SELECT 1 FROM "authors" WHERE "first_name" IS NOT NULL
-- covet:guard loses authors.last_name: SELECT 1 FROM "authors" WHERE "last_name" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_authors" (
  "id" integer PRIMARY KEY,
  "full_name" varchar(81) NOT NULL
);
INSERT INTO "_covet_new_authors" ("id", "full_name")
SELECT "id", (concat(first_name, ' ', last_name)) FROM "authors";
DROP TABLE "authors";
ALTER TABLE "_covet_new_authors" RENAME TO "authors";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 ADD_COLUMN authors.last_name
ALTER TABLE "authors" ADD COLUMN "last_name" varchar(40);

-- covet:step 2 ADD_COLUMN authors.first_name
ALTER TABLE "authors" ADD COLUMN "first_name" varchar(40);

-- covet:step 3 DROP_COLUMN authors.full_name
-- covet:guard loses authors.full_name: SELECT 1 FROM "authors" WHERE "full_name" IS NOT NULL
ALTER TABLE "authors" DROP COLUMN "full_name";
