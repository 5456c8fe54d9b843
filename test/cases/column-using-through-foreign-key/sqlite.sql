-- covet migration 20260102000000_alter_column_cities_country_and_1_more
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_init
-- before: cities@fb9eaf56, countries@1f0559db
-- after:  cities@ecdd273c, countries@7ba085a1

-- covet:forward
-- covet:step 1 REBUILD_TABLE cities (test/cases/column-using-through-foreign-key/after.covet:8)
--   ALTER_COLUMN cities.country
-- covet:guard fails cities.country: SELECT 1 FROM (SELECT (cast(substr(country, 2) as int)) AS "country" FROM "cities") WHERE "country" IS NULL
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_cities" (
  "id" integer PRIMARY KEY,
  "country" integer NOT NULL,
  FOREIGN KEY ("country") REFERENCES "countries" ("code") ON DELETE CASCADE
);
INSERT INTO "_covet_new_cities" ("id", "country")
SELECT "id", (cast(substr(country, 2) as int)) FROM "cities";
DROP TABLE "cities";
ALTER TABLE "_covet_new_cities" RENAME TO "cities";
CREATE INDEX "cities_country_idx" ON "cities" ("country");
PRAGMA legacy_alter_table = OFF;

-- covet:step 2 REBUILD_TABLE countries (test/cases/column-using-through-foreign-key/after.covet:2)
--   ALTER_COLUMN countries.code
-- covet:guard fails countries.code: SELECT 1 FROM (SELECT (cast(substr(code, 2) as int)) AS "code" FROM "countries") WHERE "code" IS NULL
-- covet:guard fails countries.code: SELECT 1 FROM (SELECT (cast(substr(code, 2) as int)) AS "code" FROM "countries") WHERE NOT ("code" = CAST("code" AS integer) OR "code" = CAST(CAST("code" AS integer) AS text))
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_countries" (
  "code" integer PRIMARY KEY,
  "name" text NOT NULL
);
INSERT INTO "_covet_new_countries" ("code", "name")
SELECT (cast(substr(code, 2) as int)), "name" FROM "countries";
DROP TABLE "countries";
ALTER TABLE "_covet_new_countries" RENAME TO "countries";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE countries
--   ALTER_COLUMN countries.code
-- covet:guard loses countries.code: SELECT 1 FROM "countries" WHERE typeof("code") = 'real' AND "code" IS NOT CAST(CAST("code" AS text) AS real)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_countries" (
  "code" varchar(8) NOT NULL,
  "name" text NOT NULL,
  PRIMARY KEY ("code")
);
INSERT INTO "_covet_new_countries" (rowid, "code", "name")
SELECT rowid, "code", "name" FROM "countries";
DROP TABLE "countries";
ALTER TABLE "_covet_new_countries" RENAME TO "countries";
PRAGMA legacy_alter_table = OFF;

-- covet:step 2 REBUILD_TABLE cities
--   ALTER_COLUMN cities.country
-- covet:guard loses cities.country: SELECT 1 FROM "cities" WHERE typeof("country") = 'real' AND "country" IS NOT CAST(CAST("country" AS text) AS real)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_cities" (
  "id" integer PRIMARY KEY,
  "country" varchar(8) NOT NULL,
  FOREIGN KEY ("country") REFERENCES "countries" ("code") ON DELETE CASCADE
);
INSERT INTO "_covet_new_cities" ("id", "country")
SELECT "id", "country" FROM "cities";
DROP TABLE "cities";
ALTER TABLE "_covet_new_cities" RENAME TO "cities";
CREATE INDEX "cities_country_idx" ON "cities" ("country");
PRAGMA legacy_alter_table = OFF;
