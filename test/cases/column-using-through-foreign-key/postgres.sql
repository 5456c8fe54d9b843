-- covet migration 20260102000000_alter_column_cities_country_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: cities@46c38b93, countries@b22e4bae
-- after:  cities@8ee9084b, countries@374169d6

-- covet:forward
-- covet:step 1 ALTER_COLUMN cities.country (test/cases/column-using-through-foreign-key/after.covet:8)
-- covet:guard fails cities.country: SELECT 1 FROM "cities" WHERE (cast(substr(country, 2) as int)) IS NULL
ALTER TABLE "cities" DROP CONSTRAINT "cities_country_fkey";
ALTER TABLE "cities" ALTER COLUMN "country" TYPE integer USING (cast(substr(country, 2) as int));

-- covet:step 2 ALTER_COLUMN countries.code (test/cases/column-using-through-foreign-key/after.covet:2)
-- covet:guard fails countries.code: SELECT 1 FROM "countries" WHERE (cast(substr(code, 2) as int)) IS NULL
ALTER TABLE "countries" ALTER COLUMN "code" TYPE integer USING (cast(substr(code, 2) as int));
ALTER TABLE "cities" ADD CONSTRAINT "cities_country_fkey" FOREIGN KEY ("country") REFERENCES "countries" ("code") ON DELETE CASCADE;

-- covet:backward
-- covet:step 1 ALTER_COLUMN countries.code
-- covet:guard fails countries.code: SELECT 1 FROM "countries" WHERE length("code"::text) > 8
ALTER TABLE "cities" DROP CONSTRAINT "cities_country_fkey";
ALTER TABLE "countries" ALTER COLUMN "code" TYPE character varying(8);

-- covet:step 2 ALTER_COLUMN cities.country
-- covet:guard fails cities.country: SELECT 1 FROM "cities" WHERE length("country"::text) > 8
ALTER TABLE "cities" ALTER COLUMN "country" TYPE character varying(8);
ALTER TABLE "cities" ADD CONSTRAINT "cities_country_fkey" FOREIGN KEY ("country") REFERENCES "countries" ("code") ON DELETE CASCADE;
