-- covet migration 20260102000000_alter_domain_word
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20260101000000_init
-- before: word@b620688b
-- after:  word@b620688b

-- covet:forward
-- covet:step 1 ALTER_DOMAIN word (test/cases/domain-change-check/after.covet:1)
-- covet:guard fails texts.a: SELECT 1 FROM "texts" WHERE NOT ("a" <> 'a value')
-- covet:guard fails texts.a: SELECT 1 FROM "texts" WHERE NOT (length("a") > 2)
-- covet:guard fails texts.value: SELECT 1 FROM "texts" WHERE NOT ("value" <> 'a value')
-- covet:guard fails texts.value: SELECT 1 FROM "texts" WHERE NOT (length("value") > 2)
ALTER DOMAIN "word" DROP CONSTRAINT "no_value";
ALTER DOMAIN "word" DROP CONSTRAINT "word_check";
ALTER DOMAIN "word" ADD CONSTRAINT "no_value" CHECK (value <> 'a value');
ALTER DOMAIN "word" ADD CONSTRAINT "word_check" CHECK (length(value) > 2);

-- covet:backward
-- covet:step 1 ALTER_DOMAIN word
-- covet:guard fails texts.a: SELECT 1 FROM "texts" WHERE NOT ((("a")::text <> 'value'::text))
-- covet:guard fails texts.a: SELECT 1 FROM "texts" WHERE NOT ((length(("a")::text) > 1))
-- covet:guard fails texts.value: SELECT 1 FROM "texts" WHERE NOT ((("value")::text <> 'value'::text))
-- covet:guard fails texts.value: SELECT 1 FROM "texts" WHERE NOT ((length(("value")::text) > 1))
ALTER DOMAIN "word" DROP CONSTRAINT "no_value";
ALTER DOMAIN "word" DROP CONSTRAINT "word_check";
ALTER DOMAIN "word" ADD CONSTRAINT "no_value" CHECK (((VALUE)::text <> 'value'::text));
ALTER DOMAIN "word" ADD CONSTRAINT "word_check" CHECK ((length((VALUE)::text) > 1));
