-- covet migration 20260102000000_create_table_memberships
-- format: 1 · app: default · dialect: sqlite · planned on: 3.53.2 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: memberships@-
-- after:  memberships@0359afeb

-- covet:forward
-- covet:step 1 CREATE_TABLE memberships (test/cases/table-create-composite-key/after.covet:4)
CREATE TABLE "memberships" (
  "team" text NOT NULL,
  "user_id" integer NOT NULL,
  "since" text NOT NULL DEFAULT '2026-01-01',
  FOREIGN KEY ("user_id") REFERENCES "users" ("id"),
  CONSTRAINT "memberships_key" PRIMARY KEY ("user_id", "team")
);

-- covet:backward
-- covet:step 1 DROP_TABLE memberships
-- covet:guard loses memberships: SELECT 1 FROM "memberships"
DROP TABLE "memberships";
