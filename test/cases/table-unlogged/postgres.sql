-- covet migration 20260102000000_alter_table_events
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_events
-- before: events@46a73f81
-- after:  events@f65ccde2

-- covet:forward
-- covet:step 1 ALTER_TABLE events (test/cases/table-unlogged/after.covet:1)
ALTER TABLE "events" SET UNLOGGED;

-- covet:backward
-- covet:step 1 ALTER_TABLE events
ALTER TABLE "events" SET LOGGED;
