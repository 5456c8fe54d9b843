-- covet migration 20260102000000_drop_foreign_key_b_b_a_and_5_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: a@7940b8da, b@840d8df8, c@-
-- after:  a@-, b@a4e8655d, c@fddf1792

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY b.b_a
ALTER TABLE "b" DROP CONSTRAINT "b_a";

-- covet:step 2 DROP_TABLE a
-- covet:guard loses a: SELECT 1 FROM "a"
DROP TABLE "a";

-- covet:step 3 DROP_COLUMN b.a_id
-- covet:guard loses b.a_id: SELECT 1 FROM "b"
ALTER TABLE "b" DROP COLUMN "a_id";

-- covet:step 4 CREATE_TABLE c (test/cases/many-tables/after.covet:5)
CREATE TABLE "c" (
  "id" integer NOT NULL,
  CONSTRAINT "c_pkey" PRIMARY KEY ("id")
);

-- covet:step 5 ADD_COLUMN b.c_id (test/cases/many-tables/after.covet:3)
ALTER TABLE "b" ADD COLUMN "c_id" integer;

-- covet:step 6 ADD_FOREIGN_KEY b.b_c (test/cases/many-tables/after.covet:3)
ALTER TABLE "b" ADD CONSTRAINT "b_c" FOREIGN KEY ("c_id") REFERENCES "c" ("id");

-- covet:backward
-- covet:step 1 DROP_FOREIGN_KEY b.b_c
ALTER TABLE "b" DROP CONSTRAINT "b_c";

-- covet:step 2 DROP_COLUMN b.c_id
-- covet:guard loses b.c_id: SELECT 1 FROM "b" WHERE "c_id" IS NOT NULL
ALTER TABLE "b" DROP COLUMN "c_id";

-- covet:step 3 DROP_TABLE c
-- covet:guard loses c: SELECT 1 FROM "c"
DROP TABLE "c";

-- covet:step 4 ADD_COLUMN b.a_id
-- covet:guard fails b.a_id: SELECT 1 FROM "b"
ALTER TABLE "b" ADD COLUMN "a_id" integer NOT NULL;

-- covet:step 5 CREATE_TABLE a
CREATE TABLE "a" (
  "id" integer NOT NULL,
  CONSTRAINT "a_pkey" PRIMARY KEY ("id")
);

-- covet:step 6 ADD_FOREIGN_KEY b.b_a
ALTER TABLE "b" ADD CONSTRAINT "b_a" FOREIGN KEY ("a_id") REFERENCES "a" ("id");
