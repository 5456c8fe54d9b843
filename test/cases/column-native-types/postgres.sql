-- covet migration 20260102000000_alter_places
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_places
-- before: places@85bf40c7
-- after:  places@b9635e4f

-- covet:forward
-- covet:step 1 ADD_COLUMN places.address (test/cases/column-native-types/after.covet:4)
ALTER TABLE "places" ADD COLUMN "address" inet;

-- covet:step 2 ADD_COLUMN places.span (test/cases/column-native-types/after.covet:5)
ALTER TABLE "places" ADD COLUMN "span" tstzrange;

-- covet:step 3 ADD_COLUMN places.bits (test/cases/column-native-types/after.covet:6)
ALTER TABLE "places" ADD COLUMN "bits" bit varying(8);

-- covet:step 4 ADD_COLUMN places.odd (test/cases/column-native-types/after.covet:7)
ALTER TABLE "places" ADD COLUMN "odd" double precision;

-- covet:backward
-- covet:step 1 DROP_COLUMN places.odd
-- covet:guard loses places.odd: SELECT 1 FROM "places" WHERE "odd" IS NOT NULL
ALTER TABLE "places" DROP COLUMN "odd";

-- covet:step 2 DROP_COLUMN places.bits
-- covet:guard loses places.bits: SELECT 1 FROM "places" WHERE "bits" IS NOT NULL
ALTER TABLE "places" DROP COLUMN "bits";

-- covet:step 3 DROP_COLUMN places.span
-- covet:guard loses places.span: SELECT 1 FROM "places" WHERE "span" IS NOT NULL
ALTER TABLE "places" DROP COLUMN "span";

-- covet:step 4 DROP_COLUMN places.address
-- covet:guard loses places.address: SELECT 1 FROM "places" WHERE "address" IS NOT NULL
ALTER TABLE "places" DROP COLUMN "address";
