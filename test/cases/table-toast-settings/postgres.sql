-- covet migration 20260102000000_alter_table_notes
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_notes
-- before: notes@ab1efab8
-- after:  notes@b43c2d95

-- covet:forward
-- covet:step 1 ALTER_TABLE notes (test/cases/table-toast-settings/after.covet:1)
ALTER TABLE "notes" SET (toast.autovacuum_enabled = false);

-- covet:backward
-- covet:step 1 ALTER_TABLE notes
ALTER TABLE "notes" RESET (toast.autovacuum_enabled);
