-- covet migration 20260102000000_alter_texts
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_texts
-- before: texts@723c0918
-- after:  texts@723c0918

-- covet:forward
-- covet:step 1 REBUILD_TABLE texts
--   DROP_CHECK texts.<check>
--   DROP_CHECK texts.<check>
--   DROP_CHECK texts.<check>
--   DROP_CHECK texts.<check>
--   ADD_CHECK texts.<check>
--   ADD_CHECK texts.<check>
--   ADD_CHECK texts.<check>
--   ADD_CHECK texts.<check>
-- covet:guard fails texts.<check>: SELECT 1 FROM "texts" WHERE NOT ("a" <> 'a value')
-- covet:guard fails texts.<check>: SELECT 1 FROM "texts" WHERE NOT ("value" <> 'a value')
-- covet:guard fails texts.<check>: SELECT 1 FROM "texts" WHERE NOT (length("a") > 2)
-- covet:guard fails texts.<check>: SELECT 1 FROM "texts" WHERE NOT (length("value") > 2)
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_texts" (
  "id" integer PRIMARY KEY,
  "a" varchar(20) NOT NULL,
  "value" varchar(20),
  CHECK ("a" <> 'a value'),
  CHECK ("value" <> 'a value'),
  CHECK (length("a") > 2),
  CHECK (length("value") > 2)
);
INSERT INTO "_covet_new_texts" ("id", "a", "value")
SELECT "id", "a", "value" FROM "texts";
DROP TABLE "texts";
ALTER TABLE "_covet_new_texts" RENAME TO "texts";
PRAGMA legacy_alter_table = OFF;

-- covet:backward
-- covet:step 1 REBUILD_TABLE texts
--   DROP_CHECK texts.<check>
--   DROP_CHECK texts.<check>
--   DROP_CHECK texts.<check>
--   DROP_CHECK texts.<check>
--   ADD_CHECK texts.<check>
--   ADD_CHECK texts.<check>
--   ADD_CHECK texts.<check>
--   ADD_CHECK texts.<check>
-- covet:guard fails texts.<check>: SELECT 1 FROM "texts" WHERE NOT (length("value") > 1)
-- covet:guard fails texts.<check>: SELECT 1 FROM "texts" WHERE NOT (length("a") > 1)
-- covet:guard fails texts.<check>: SELECT 1 FROM "texts" WHERE NOT ("value" <> 'value')
-- covet:guard fails texts.<check>: SELECT 1 FROM "texts" WHERE NOT ("a" <> 'value')
PRAGMA legacy_alter_table = ON;
CREATE TABLE "_covet_new_texts" (
  "id" integer PRIMARY KEY,
  "a" varchar(20) NOT NULL,
  "value" varchar(20),
  CHECK (length("value") > 1),
  CHECK (length("a") > 1),
  CHECK ("value" <> 'value'),
  CHECK ("a" <> 'value')
);
INSERT INTO "_covet_new_texts" ("id", "a", "value")
SELECT "id", "a", "value" FROM "texts";
DROP TABLE "texts";
ALTER TABLE "_covet_new_texts" RENAME TO "texts";
PRAGMA legacy_alter_table = OFF;
