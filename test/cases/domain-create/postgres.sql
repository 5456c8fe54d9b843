-- covet migration 20260102000000_create_domain_email_address_and_2_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_create_table_users
-- before: email_address@-, users@0aec26c5
-- after:  email_address@053b95b1, users@d2213c36

-- covet:forward
-- covet:step 1 CREATE_DOMAIN email_address (test/cases/domain-create/after.covet:1)
CREATE DOMAIN "email_address" AS character varying(80) CONSTRAINT "email_shape" CHECK (value like '%_@_%');

-- covet:step 2 ADD_COLUMN users.second (test/cases/domain-create/after.covet:6)
ALTER TABLE "users" ADD COLUMN "second" "email_address" DEFAULT 'none@example.com';

-- covet:step 3 ALTER_COLUMN users.email (test/cases/domain-create/after.covet:5)
-- covet:guard fails users.email: SELECT 1 FROM "users" WHERE NOT ("email" like '%_@_%')
ALTER TABLE "users" ALTER COLUMN "email" TYPE "email_address";

-- covet:backward
-- covet:step 1 ALTER_COLUMN users.email
ALTER TABLE "users" ALTER COLUMN "email" TYPE character varying(80);

-- covet:step 2 DROP_COLUMN users.second
-- covet:guard loses users.second: SELECT 1 FROM "users" WHERE "second" IS DISTINCT FROM 'none@example.com'
ALTER TABLE "users" DROP COLUMN "second";

-- covet:step 3 DROP_DOMAIN email_address
DROP DOMAIN "email_address";
