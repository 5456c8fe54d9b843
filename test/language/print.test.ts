/** Printing a schema: what it looks like, and that binding the text gives the schema back. */

import { expect } from "chai";
import fc from "fast-check";
import type { Vocabulary } from "../../src/dialect/vocabulary.js";
import { vocabulary as postgres } from "../../src/dialects/postgres/vocabulary.js";
import { printSchema } from "../../src/language/print.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { canonical } from "../../src/model/equal.js";
import { arbitrarySchema } from "../support/arbitrary.js";
import {
  checkOf,
  columnOf,
  engineSequence,
  foreignKeyOf,
  indexOf,
  named,
  partOf,
  primaryKeyOf,
  schemaOf,
  tableOf,
  typeOf,
  uniqueOf,
} from "../support/build.js";
import { bindSources, bindText } from "../support/covet.js";
import { everything, plain } from "../support/profile.js";

/** An engine that has all the generators may ask for. */
const all: Vocabulary = { ...postgres, nativeTypes: new Set([...postgres.nativeTypes, "enum"]), lacks: new Map() };

/** Constraints in any order: the printer writes those of one column on its line. `serial` is an `int`. */
function unordered(schema: DatabaseSchema): DatabaseSchema {
  const tables = schema.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) =>
      column.identity?.kind === "serial" && column.type.name === "integer"
        ? { ...column, type: { ...column.type, name: "int" } }
        : column,
    ),
    constraints: [...table.constraints].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1)),
  }));
  return { ...schema, tables };
}

describe("printSchema", () => {
  it("writes what people would write", () => {
    const text = `/// Money.
schema billing

enum user_role { guest, member, '3D artist' }

/// People.
/// All of them.
table users @postgres.rls {
  id bigint identity (start 100) primary key as users_pk
  email varchar(320) unique check (email like '%_@_%') as users_email_form
  full_name varchar(120)?
  role user_role = 'member'
  "sort order" int = -1
  manager_id bigint? -> users.id on delete set null
  /// When.
  seen timestamptz? = now()
  total double? generated (1 + 2) stored
  note text collate "de-x" = \`lower('A' || 'B')\` @comment('ends in a blank ')
    @postgres.storage(external)

  unique (email, full_name) deferrable initially deferred
  check (length(full_name) > 1 and email <> full_name) not valid as users_len
  unique index (lower(email)) where (role <> 'guest') as users_email_active
  index (role, id desc nulls last) include (full_name)
  index (\`(full_name || 'x')\` ops text_pattern_ops) using gist
}

table billing.bookings {
  serial_no bigserial
  user_id bigint
  other_id bigint
  a_column_with_a_rather_long_name bigint
    -> users.id on delete cascade on update restrict deferrable initially deferred as a_rather_long_name

  primary key (serial_no, user_id)
  foreign key (user_id, other_id) -> billing.bookings (serial_no, user_id) match full
}
`;
    const { schema, diagnostics } = bindText(text);
    expect(diagnostics).to.deep.equal([]);
    expect(printSchema(schema, postgres)).to.equal(text);
  });

  it("keeps what is hard to write", () => {
    const schema = schemaOf({
      namespaces: [{ name: 'odd "one"', comment: "" }],
      enums: [
        { schema: 'odd "one"', name: "e`", values: ["it's", "plain", "two\nlines", ""], comment: " indented\n\nend" },
      ],
      tables: [
        tableOf("primary", {
          schema: 'odd "one"',
          comment: "ends in a blank \nand has a\ttab",
          columns: [
            columnOf("primary", typeOf("e`", { schema: 'odd "one"' }), { default: { sql: "'it''s'" } }),
            columnOf("index", "text", { default: { sql: "'a' || `b`" } }),
            columnOf("for", typeOf("varchar", { args: ["10"] }), { default: { sql: "e'\\n'" }, comment: "\r\n" }),
            columnOf("unique", typeOf("double precision", { dimensions: 1 }), { default: { sql: "'{}'" } }),
            columnOf("check", typeOf("numeric", { args: ["10", "2"] }), {
              default: { sql: "current_setting('x')::int" },
            }),
            columnOf("a", "int", { identity: { kind: "serial", sequence: { ...engineSequence, name: "S q" } } }),
            columnOf("b", "timestamptz", { default: { sql: "clock_timestamp()" } }),
          ],
          constraints: [
            uniqueOf(["index"], { comment: "a comment" }),
            checkOf("a > 0 -- why", { name: "c" }),
            primaryKeyOf(["a"], { settings: [{ name: "fillfactor", value: "70" }] }),
            foreignKeyOf(["a"], named("primary", 'odd "one"'), ["a"], { onDelete: "setNull", onDeleteColumns: ["a"] }),
          ],
          indexes: [indexOf("i", [partOf({ sql: "(`a`)" }), partOf("for", { collation: "pg_catalog.C" })])],
        }),
      ],
    });
    expectBack(schema);
  });

  it("gives any schema back", () => {
    fc.assert(
      fc.property(arbitrarySchema(everything), (schema) => expectBack(schema)),
      { numRuns: 200 },
    );
  });

  it("gives any schema without names back", () => {
    fc.assert(
      fc.property(arbitrarySchema(plain), (schema) => expectBack(schema)),
      { numRuns: 100 },
    );
  });
});

function expectBack(schema: DatabaseSchema): void {
  const text = printSchema(schema, all);
  const bound = bindSources([{ path: "schemas/test.covet", text }], all);
  expect(
    bound.diagnostics.filter(({ severity }) => severity === "error"),
    text,
  ).to.deep.equal([]);
  expect(unordered(bound.schema), text).to.deep.equal(unordered(schema));
}
