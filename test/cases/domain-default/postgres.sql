-- covet migration 20260102000000_alter_domain_language_code_and_1_more
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: language_code@279791fb, level@01b8e51a
-- after:  language_code@279791fb, level@3789ffad

-- covet:forward
-- covet:step 1 ALTER_DOMAIN language_code (test/cases/domain-default/after.covet:1)
ALTER DOMAIN "language_code" SET DEFAULT 'fr';

-- covet:step 2 ALTER_DOMAIN level (test/cases/domain-default/after.covet:2)
ALTER DOMAIN "level" SET DEFAULT 3;

-- covet:backward
-- covet:step 1 ALTER_DOMAIN level
ALTER DOMAIN "level" DROP DEFAULT;

-- covet:step 2 ALTER_DOMAIN language_code
ALTER DOMAIN "language_code" SET DEFAULT 'en'::character varying;
