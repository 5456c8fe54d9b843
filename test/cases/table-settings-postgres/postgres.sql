-- covet migration 20260102000000_alter_table_events
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_events
-- before: events@26be0493
-- after:  events@7d23fe76

-- covet:forward
-- covet:step 1 ALTER_TABLE events (test/cases/table-settings-postgres/after.covet:1)
ALTER TABLE "events" SET (autovacuum_enabled = false, fillfactor = 70, toast.autovacuum_enabled = false);

-- covet:backward
-- covet:step 1 ALTER_TABLE events
ALTER TABLE "events" SET (fillfactor = 90);
ALTER TABLE "events" RESET (autovacuum_enabled, toast.autovacuum_enabled);
