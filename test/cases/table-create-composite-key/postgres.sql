-- covet migration 20260102000000_create_table_memberships
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: memberships@-
-- after:  memberships@61ff5495

-- covet:forward
-- covet:step 1 CREATE_TABLE memberships (test/cases/table-create-composite-key/after.covet:4)
CREATE TABLE "memberships" (
  "team" text NOT NULL,
  "user_id" integer NOT NULL,
  "since" date DEFAULT '2026-01-01' NOT NULL,
  CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id"),
  CONSTRAINT "memberships_key" PRIMARY KEY ("user_id", "team")
);

-- covet:backward
-- covet:step 1 DROP_TABLE memberships
-- covet:guard loses memberships: SELECT 1 FROM "memberships"
DROP TABLE "memberships";
