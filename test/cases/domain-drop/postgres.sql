-- covet migration 20260102000000_alter_column_users_email_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: email_address@053b95b1, users@2429bc63
-- after:  email_address@-, users@0aec26c5

-- covet:forward
-- covet:step 1 ALTER_COLUMN users.email (test/cases/domain-drop/after.covet:3)
ALTER TABLE "users" ALTER COLUMN "email" TYPE character varying(80);

-- covet:step 2 DROP_DOMAIN email_address
DROP DOMAIN "email_address";

-- covet:backward
-- covet:step 1 CREATE_DOMAIN email_address
CREATE DOMAIN "email_address" AS character varying(80) CONSTRAINT "email_shape" CHECK (((VALUE)::text ~~ '%_@_%'::text));

-- covet:step 2 ALTER_COLUMN users.email
-- covet:guard fails users.email: SELECT 1 FROM "users" WHERE NOT ((("email")::text ~~ '%_@_%'::text))
ALTER TABLE "users" ALTER COLUMN "email" TYPE "email_address";
