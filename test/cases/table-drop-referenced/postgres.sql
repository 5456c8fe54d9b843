-- covet migration 20260102000000_drop_foreign_key_notes_notes_user_id_f_and_2_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: notes@f0bb0d72, users@05c9a71a
-- after:  notes@cb5b6a16, users@-

-- covet:forward
-- covet:step 1 DROP_FOREIGN_KEY notes.notes_user_id_fkey
ALTER TABLE "notes" DROP CONSTRAINT "notes_user_id_fkey";

-- covet:step 2 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM "users"
DROP TABLE "users";

-- covet:step 3 DROP_COLUMN notes.user_id
-- covet:guard loses notes.user_id: SELECT 1 FROM "notes"
ALTER TABLE "notes" DROP COLUMN "user_id";

-- covet:backward
-- covet:step 1 ADD_COLUMN notes.user_id
-- covet:guard fails notes.user_id: SELECT 1 FROM "notes"
ALTER TABLE "notes" ADD COLUMN "user_id" integer NOT NULL;

-- covet:step 2 CREATE_TABLE users
CREATE TABLE "users" (
  "id" integer NOT NULL,
  CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- covet:step 3 ADD_FOREIGN_KEY notes.notes_user_id_fkey
ALTER TABLE "notes" ADD CONSTRAINT "notes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
