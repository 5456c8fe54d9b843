-- covet migration 20260102000000_create_table_sites_and_4_more
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: departments@eb2fcca3, sites@-
-- after:  departments@e0406d89, sites@f78d9981

-- covet:forward
-- covet:step 1 CREATE_TABLE sites (test/cases/foreign-key-cycle-add/after.covet:12)
CREATE TABLE "sites" (
  "id" integer PRIMARY KEY,
  "owner_id" integer,
  "keeper_id" integer,
  CONSTRAINT "sites_owner" FOREIGN KEY ("owner_id") REFERENCES "departments" ("id"),
  CONSTRAINT "sites_keeper" FOREIGN KEY ("keeper_id") REFERENCES "employees" ("id")
);

-- covet:step 2 ADD_COLUMN departments.head_id (test/cases/foreign-key-cycle-add/after.covet:3)
--   ADD_COLUMN departments.head_id
--   ADD_FOREIGN_KEY departments.departments_head
ALTER TABLE "departments" ADD COLUMN "head_id" integer CONSTRAINT "departments_head" REFERENCES "employees" ("id") ON DELETE SET NULL;

-- covet:step 3 ADD_COLUMN departments.site_id (test/cases/foreign-key-cycle-add/after.covet:4)
--   ADD_COLUMN departments.site_id
--   ADD_FOREIGN_KEY departments.departments_site
ALTER TABLE "departments" ADD COLUMN "site_id" integer CONSTRAINT "departments_site" REFERENCES "sites" ("id");

-- covet:backward
-- covet:step 1 REBUILD_TABLE departments
--   DROP_FOREIGN_KEY departments.departments_site
--   DROP_FOREIGN_KEY departments.departments_head
--   DROP_COLUMN departments.site_id
--   DROP_COLUMN departments.head_id
-- covet:guard loses departments.site_id: SELECT 1 FROM "departments" WHERE "site_id" IS NOT NULL
-- covet:guard loses departments.head_id: SELECT 1 FROM "departments" WHERE "head_id" IS NOT NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_departments" (
  "id" integer PRIMARY KEY
);
INSERT INTO "_covet_new_departments" ("id")
SELECT "id" FROM "departments";
DROP TABLE "departments";
ALTER TABLE "_covet_new_departments" RENAME TO "departments";
PRAGMA legacy_alter_table = OFF;

-- covet:step 2 DROP_TABLE sites
-- covet:guard loses sites: SELECT 1 FROM "sites"
DROP TABLE "sites";
