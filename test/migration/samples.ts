/** Migration files of all kinds, for property tests: names, text and SQL that try to break the format. */

import fc from "fast-check";
import type { Guard } from "../../src/dialect/statement.js";
import { split } from "../../src/dialects/postgres/split.js";
import { syntax } from "../../src/dialects/postgres/syntax.js";
import type { SqlReader } from "../../src/migration/half.js";
import { formatName, formatWord } from "../../src/model/name.js";
import type { PlannedHalf, PlannedMigration, PlannedStep } from "../../src/plan/planned.js";

export const reader: SqlReader = { syntax, split };

const nasty = fc.constantFrom(
  "users", "sort order", "a.b", 'qu"ote', "semi;colon", "--", "-- covet:step 1 X y", "line\nend", "cr\r\nlf", "tab\t",
  "back\\slash", "\\n", "(paren)", "a, b", "at@sign", "a · b", ": colon", "😀", "👩‍👩‍👧", "\u202e", "\u2028", "\ufeff", "%s", "$$", "'", "`", " ", "é", "\\",
); // biome-ignore format: one list

export const word = fc.oneof(nasty, fc.string({ minLength: 1, maxLength: 12, unit: "binary" }));
const name = fc.tuple(fc.option(word), word).map(([schema, last]) => formatName({ schema, name: last }));
export const object = fc.oneof(
  name,
  fc.tuple(name, word).map(([table, member]) => `${table}.${formatWord(member)}`),
  word.map((namespace) => `schema ${formatWord(namespace)}`),
);

/** A text as one SQL literal or quoted name. */
const sqlText = word.map((text) => `'${text.replaceAll("'", "''").replaceAll("\r", "")}'`);
const sqlName = word.map((text) => `"${text.replaceAll('"', '""').replaceAll("\r", "")}"`);
const sql = fc.oneof(
  fc.tuple(sqlName, sqlName, sqlText).map(([t, c, v]) => `ALTER TABLE ${t} ADD COLUMN ${c} text DEFAULT ${v}`),
  sqlName.map((t) => `SELECT 1 FROM ${t} /* ; -- covet:forward */ -- the end`),
  sqlText.map((v) => `CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $f$\n-- covet:backward\nSELECT ${v};\n$f$`),
);
const guard: fc.Arbitrary<Guard> = fc.record({
  kind: fc.constantFrom("loses" as const, "fails" as const),
  object,
  query: sqlName.map((t) => `SELECT 1 FROM ${t}`),
});
const step: fc.Arbitrary<PlannedStep> = fc.record({
  kind: fc.constantFrom("ADD_COLUMN", "DROP_TABLE", "REBUILD_TABLE"),
  object,
  origin: fc.option(fc.record({ path: word.map((text) => `schemas/${text}.covet`), line: fc.nat() })),
  merged: fc.array(
    object.map((text) => `ALTER_COLUMN ${text}`),
    { maxLength: 2 },
  ),
  statements: fc.array(
    fc.record({
      sql,
      guards: fc.uniqueArray(guard, { maxLength: 2, selector: (g) => JSON.stringify(g) }),
      transaction: fc.constant("inside" as const),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const half: fc.Arbitrary<PlannedHalf> = fc.record({
  steps: fc.array(step, { maxLength: 3 }),
  irreversible: fc.option(fc.constantFrom("rows are gone", "the type lost values")),
});
const prints = fc
  .array(fc.tuple(object, fc.oneof(fc.constant("-"), fc.stringMatching(/^[0-9a-f]{8}$/))), { maxLength: 3 })
  .map((pairs) => new Map(pairs));

export const migration: fc.Arbitrary<PlannedMigration> = fc.record({
  slug: fc.constantFrom("init", "add_users_nickname"),
  transaction: fc.constantFrom("all" as const, "none" as const),
  before: prints,
  after: prints,
  forward: half,
  backward: half,
});
