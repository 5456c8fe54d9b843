-- covet migration 20260102000000_alter_table_counters
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_counters
-- before: counters@0a8b621f
-- after:  counters@fba42755

-- covet:forward
-- covet:step 1 ALTER_TABLE counters (test/cases/table-toast-settings-unused/after.covet:1)
ALTER TABLE "counters" SET (fillfactor = 70);

-- covet:backward
-- covet:step 1 ALTER_TABLE counters
ALTER TABLE "counters" RESET (fillfactor);
