-- covet migration 20260102000000_add_index_users_users_name
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: none
-- depends: 20260101000000_create_table_users
-- before: users@e5a09dd6
-- after:  users@7b92102d

-- covet:forward
-- covet:step 1 ADD_INDEX users.users_name (test/cases/index-concurrent/after.covet:5)
DO $$ BEGIN IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('"users_name"') AND indrelid = to_regclass('"users"') AND NOT indisvalid) THEN EXECUTE 'DROP INDEX "users_name"'; END IF; END $$;
CREATE INDEX CONCURRENTLY "users_name" ON "users" ("name");

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_name
DROP INDEX CONCURRENTLY IF EXISTS "users_name";
