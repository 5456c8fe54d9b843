-- covet migration 20260102000000_create_table_sites_and_4_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: departments@ea537af3, sites@-
-- after:  departments@7dec3129, sites@2cddb82c

-- covet:forward
-- covet:step 1 CREATE_TABLE sites (test/cases/foreign-key-cycle-add/after.covet:12)
CREATE TABLE "sites" (
  "id" integer NOT NULL,
  "owner_id" integer,
  "keeper_id" integer,
  CONSTRAINT "sites_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "sites_owner" FOREIGN KEY ("owner_id") REFERENCES "departments" ("id"),
  CONSTRAINT "sites_keeper" FOREIGN KEY ("keeper_id") REFERENCES "employees" ("id")
);

-- covet:step 2 ADD_COLUMN departments.head_id (test/cases/foreign-key-cycle-add/after.covet:3)
ALTER TABLE "departments" ADD COLUMN "head_id" integer;

-- covet:step 3 ADD_COLUMN departments.site_id (test/cases/foreign-key-cycle-add/after.covet:4)
ALTER TABLE "departments" ADD COLUMN "site_id" integer;

-- covet:step 4 ADD_FOREIGN_KEY departments.departments_head (test/cases/foreign-key-cycle-add/after.covet:3)
ALTER TABLE "departments" ADD CONSTRAINT "departments_head" FOREIGN KEY ("head_id") REFERENCES "employees" ("id") ON DELETE SET NULL;

-- covet:step 5 ADD_FOREIGN_KEY departments.departments_site (test/cases/foreign-key-cycle-add/after.covet:4)
ALTER TABLE "departments" ADD CONSTRAINT "departments_site" FOREIGN KEY ("site_id") REFERENCES "sites" ("id");

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY departments.departments_site
ALTER TABLE "departments" DROP CONSTRAINT "departments_site";

-- covet:step 2 DROP_FOREIGN_KEY departments.departments_head
ALTER TABLE "departments" DROP CONSTRAINT "departments_head";

-- covet:step 3 DROP_COLUMN departments.site_id
-- covet:guard loses departments.site_id: SELECT 1 FROM "departments" WHERE "site_id" IS NOT NULL
ALTER TABLE "departments" DROP COLUMN "site_id";

-- covet:step 4 DROP_COLUMN departments.head_id
-- covet:guard loses departments.head_id: SELECT 1 FROM "departments" WHERE "head_id" IS NOT NULL
ALTER TABLE "departments" DROP COLUMN "head_id";

-- covet:step 5 DROP_TABLE sites
-- covet:guard loses sites: SELECT 1 FROM "sites"
DROP TABLE "sites";
