-- covet migration 20260102000000_create_table_samples
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- before: samples@-
-- after:  samples@194a539d

-- covet:forward
-- covet:step 1 CREATE_TABLE samples (test/cases/column-portable-types/after.covet:1)
CREATE TABLE "samples" (
  "a" integer PRIMARY KEY,
  "b" integer NOT NULL,
  "c" integer NOT NULL,
  "d" boolean NOT NULL,
  "e" decimal(10, 2) NOT NULL,
  "f" real NOT NULL,
  "g" real NOT NULL,
  "h" text NOT NULL,
  "i" varchar(30) NOT NULL,
  "j" char(4) NOT NULL,
  "k" blob NOT NULL,
  "l" text NOT NULL,
  "m" text NOT NULL,
  "n" text NOT NULL,
  "o" timestamp NOT NULL,
  "p" timestamptz NOT NULL,
  "q" json NOT NULL,
  "r" json NOT NULL,
  "s" timestamp NOT NULL,
  "t" timestamptz NOT NULL,
  "u" text NOT NULL
);

-- covet:backward
-- covet:step 1 DROP_TABLE samples
-- covet:guard loses samples: SELECT 1 FROM "samples"
DROP TABLE "samples";
