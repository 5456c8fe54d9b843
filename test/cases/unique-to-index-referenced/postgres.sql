-- covet migration 20260102000000_alter_users
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: users@968d24cc
-- after:  users@b9d1a62d

-- covet:forward
-- covet:step 1 DROP_UNIQUE users.users_email
ALTER TABLE "letters" DROP CONSTRAINT "letters_address";
ALTER TABLE "users" DROP CONSTRAINT "users_email";

-- covet:step 2 ADD_INDEX users.users_email (test/cases/unique-to-index-referenced/after.covet:5)
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
CREATE UNIQUE INDEX "users_email" ON "users" ("email");
ALTER TABLE "letters" ADD CONSTRAINT "letters_address" FOREIGN KEY ("address") REFERENCES "users" ("email") ON UPDATE CASCADE;

-- covet:backward
-- covet:step 1 DROP_INDEX users.users_email
ALTER TABLE "letters" DROP CONSTRAINT "letters_address";
DROP INDEX "users_email";

-- covet:step 2 ADD_UNIQUE users.users_email
-- covet:guard fails users.users_email: SELECT 1 FROM "users" WHERE "email" IS NOT NULL GROUP BY "email" HAVING count(*) > 1
ALTER TABLE "users" ADD CONSTRAINT "users_email" UNIQUE ("email");
ALTER TABLE "letters" ADD CONSTRAINT "letters_address" FOREIGN KEY ("address") REFERENCES "users" ("email") ON UPDATE CASCADE;
