-- covet migration 20260102000000_add_unique_users_users_place
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: users@4ef622eb
-- after:  users@ef52cecf

-- covet:forward
-- covet:step 1 ADD_UNIQUE users.users_place (test/cases/unique-deferrable/after.covet:5)
-- covet:guard fails users.users_place: SELECT 1 FROM "users" WHERE "place" IS NOT NULL GROUP BY "place" HAVING count(*) > 1
ALTER TABLE "users" ADD CONSTRAINT "users_place" UNIQUE ("place") DEFERRABLE INITIALLY DEFERRED;

-- covet:backward
-- covet:step 1 DROP_UNIQUE users.users_place
ALTER TABLE "users" DROP CONSTRAINT "users_place";
