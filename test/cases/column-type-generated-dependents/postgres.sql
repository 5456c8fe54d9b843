-- covet migration 20260102000000_alter_boxes
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: boxes@e1272cbf
-- after:  boxes@17a07275

-- covet:forward
-- covet:step 1 ALTER_COLUMN boxes.name (test/cases/column-type-generated-dependents/after.covet:7)
ALTER TABLE "labels" DROP CONSTRAINT "labels_box_fkey";
DROP INDEX "boxes_by_area";
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_shout_key";
ALTER TABLE "boxes" DROP COLUMN "shout", DROP COLUMN "tone";
ALTER TABLE "boxes" ALTER COLUMN "name" TYPE character varying(30);

-- covet:step 2 ALTER_COLUMN boxes.shade (test/cases/column-type-generated-dependents/after.covet:9)
-- covet:guard fails boxes.shade: SELECT 1 FROM "boxes" WHERE length("shade"::text) > 60
ALTER TABLE "boxes" ALTER COLUMN "shade" TYPE character varying(60);

-- covet:step 3 ALTER_COLUMN boxes.width (test/cases/column-type-generated-dependents/after.covet:8)
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_area";
ALTER TABLE "boxes" DROP COLUMN "area";
ALTER TABLE "boxes" ALTER COLUMN "width" TYPE bigint;

-- covet:step 4 ALTER_COLUMN boxes.area (test/cases/column-type-generated-dependents/after.covet:11)
ALTER TABLE "boxes" ADD COLUMN "shout" character varying(50) GENERATED ALWAYS AS (((name)::text || '!'::text)) STORED NOT NULL, ADD COLUMN "area" bigint GENERATED ALWAYS AS (width * 3) STORED, ADD COLUMN "tone" text GENERATED ALWAYS AS ((shade || (name)::text)) STORED;
COMMENT ON COLUMN "boxes"."area" IS 'Thrice.';
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_shout_key" UNIQUE ("shout");
CREATE INDEX "boxes_by_area" ON "boxes" ("area") WHERE ((tone <> 'red'::text));
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_area" CHECK ((area > width));
ALTER TABLE "labels" ADD CONSTRAINT "labels_box_fkey" FOREIGN KEY ("box") REFERENCES "boxes" ("shout");

-- covet:backward
-- covet:step 1 ALTER_COLUMN boxes.area
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_area";
DROP INDEX "boxes_by_area";
ALTER TABLE "boxes" DROP COLUMN "area";
ALTER TABLE "boxes" ADD COLUMN "area" bigint GENERATED ALWAYS AS ((width * 2)) STORED;
CREATE INDEX "boxes_by_area" ON "boxes" ("area") WHERE ((tone <> 'red'::text));
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_area" CHECK ((area > width));

-- covet:step 2 ALTER_COLUMN boxes.width
-- covet:guard fails boxes.width: SELECT 1 FROM "boxes" WHERE "width" < -2147483648 OR "width" > 2147483647
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_area";
DROP INDEX "boxes_by_area";
ALTER TABLE "boxes" DROP COLUMN "area";
ALTER TABLE "boxes" ALTER COLUMN "width" TYPE integer;

-- covet:step 3 ALTER_COLUMN boxes.shade
ALTER TABLE "boxes" DROP COLUMN "tone";
ALTER TABLE "boxes" ALTER COLUMN "shade" TYPE text;

-- covet:step 4 ALTER_COLUMN boxes.name
-- covet:guard fails boxes.name: SELECT 1 FROM "boxes" WHERE length("name"::text) > 20
ALTER TABLE "labels" DROP CONSTRAINT "labels_box_fkey";
ALTER TABLE "boxes" DROP CONSTRAINT "boxes_shout_key";
ALTER TABLE "boxes" DROP COLUMN "shout";
ALTER TABLE "boxes" ALTER COLUMN "name" TYPE character varying(20);
ALTER TABLE "boxes" ADD COLUMN "shout" character varying(50) GENERATED ALWAYS AS (((name)::text || '!'::text)) STORED NOT NULL, ADD COLUMN "area" bigint GENERATED ALWAYS AS ((width * 2)) STORED, ADD COLUMN "tone" text GENERATED ALWAYS AS ((shade || (name)::text)) STORED;
CREATE INDEX "boxes_by_area" ON "boxes" ("area") WHERE ((tone <> 'red'::text));
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_shout_key" UNIQUE ("shout");
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_area" CHECK ((area > width));
ALTER TABLE "labels" ADD CONSTRAINT "labels_box_fkey" FOREIGN KEY ("box") REFERENCES "boxes" ("shout");
