-- covet migration 20260102000000_create_table_samples
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- before: samples@-
-- after:  samples@b29fe703

-- covet:forward
-- covet:step 1 CREATE_TABLE samples (test/cases/column-portable-types/after.covet:1)
CREATE TABLE "samples" (
  "a" smallint NOT NULL,
  "b" integer NOT NULL,
  "c" bigint NOT NULL,
  "d" boolean NOT NULL,
  "e" numeric(10,2) NOT NULL,
  "f" real NOT NULL,
  "g" double precision NOT NULL,
  "h" text NOT NULL,
  "i" character varying(30) NOT NULL,
  "j" character(4) NOT NULL,
  "k" bytea NOT NULL,
  "l" uuid NOT NULL,
  "m" date NOT NULL,
  "n" time(3) NOT NULL,
  "o" timestamp(3) NOT NULL,
  "p" timestamp(6) with time zone NOT NULL,
  "q" json NOT NULL,
  "r" jsonb NOT NULL,
  "s" timestamp NOT NULL,
  "t" timestamp with time zone NOT NULL,
  "u" time NOT NULL,
  CONSTRAINT "samples_pkey" PRIMARY KEY ("a")
);

-- covet:backward
-- covet:step 1 DROP_TABLE samples
-- covet:guard loses samples: SELECT 1 FROM "samples"
DROP TABLE "samples";
