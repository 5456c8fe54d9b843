-- covet migration 20260102000000_create_domain_email_address_and_3_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: address@8c491350, email_address@-, letters@5d1600d5, users@6948429c
-- after:  address@-, email_address@c8b2c05d, letters@bc80bf7d, users@90095e86

-- covet:forward
-- covet:step 1 CREATE_DOMAIN email_address (test/cases/domain-rename/after.covet:1)
CREATE DOMAIN "email_address" AS character varying(80) CONSTRAINT "filled" CHECK (value <> '');

-- covet:step 2 ALTER_COLUMN letters.sender (test/cases/domain-rename/after.covet:11)
-- covet:guard fails letters.sender: SELECT 1 FROM "letters" WHERE NOT ("sender" <> '')
ALTER TABLE "letters" ALTER COLUMN "sender" TYPE "email_address";

-- covet:step 3 ALTER_COLUMN users.email (test/cases/domain-rename/after.covet:6)
-- covet:guard fails users.email: SELECT 1 FROM "users" WHERE NOT ("email" <> '')
ALTER TABLE "users" ALTER COLUMN "email" TYPE "email_address";

-- covet:step 4 DROP_DOMAIN address
DROP DOMAIN "address";

-- covet:backward
-- covet:step 1 CREATE_DOMAIN address
CREATE DOMAIN "address" AS character varying(80) CONSTRAINT "filled" CHECK (((VALUE)::text <> ''::text));

-- covet:step 2 ALTER_COLUMN users.email
-- covet:guard fails users.email: SELECT 1 FROM "users" WHERE NOT ((("email")::text <> ''::text))
ALTER TABLE "users" ALTER COLUMN "email" TYPE "address";

-- covet:step 3 ALTER_COLUMN letters.sender
-- covet:guard fails letters.sender: SELECT 1 FROM "letters" WHERE NOT ((("sender")::text <> ''::text))
ALTER TABLE "letters" ALTER COLUMN "sender" TYPE "address";

-- covet:step 4 DROP_DOMAIN email_address
DROP DOMAIN "email_address";
