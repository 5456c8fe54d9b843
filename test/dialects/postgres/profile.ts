/** What random schemas for PostgreSQL may hold. Types are in normal form. */

import { typeOf } from "../../support/build.js";
import { everything, type Profile, type TypeSample } from "../../support/profile.js";

const number = (name: string, identity: boolean, args: readonly string[] = []): TypeSample => ({
  type: typeOf(name, { args }),
  group: "number",
  defaults: ["0", "42", "-1"],
  key: true,
  identity,
});
const text = (name: string, args: readonly string[] = []): TypeSample => ({
  type: typeOf(name, { args }),
  group: "text",
  defaults: ["''", "'draft'", "'it''s'", "'C:\\temp'"],
  key: true,
  identity: false,
});
const other = (name: string, defaults: readonly string[], key: boolean, dimensions = 0): TypeSample => ({
  type: typeOf(name, { dimensions }),
  group: "other",
  defaults,
  key,
  identity: false,
});

const types: readonly TypeSample[] = [
  number("integer", true),
  number("bigint", true),
  number("smallint", true),
  number("numeric", false, ["12", "2"]),
  number("double precision", false),
  text("text"),
  text("character varying", ["80"]),
  other("boolean", ["true", "false"], true),
  other("integer", ["'{}'", "array[1, 2]"], false, 1),
  other("timestamp with time zone", ["now()", "current_timestamp"], true),
  other("date", ["current_date", "'2026-11-22'"], true),
  other("uuid", ["gen_random_uuid()"], true),
  other("jsonb", ["'{}'"], false),
  other("bytea", [], false),
];

export function profileOf(major: number): Profile {
  return {
    ...everything,
    types,
    lacks: new Set(["prefixIndex", ...(major >= 18 ? [] : (["generatedVirtual", "notEnforced"] as const))]),
    inlineEnums: false,
    collations: ["C", "POSIX"],
    indexMethods: ["hash"],
    operatorClasses: { text: ["text_pattern_ops"], number: [], other: [] },
    tableSettings: [
      [{ name: "fillfactor", value: "70" }],
      [{ name: "rls", value: null }],
      [
        { name: "autovacuum_enabled", value: "false" },
        { name: "replica_identity", value: "full" },
      ],
    ],
    columnSettings: [[{ name: "statistics", value: "200" }], [{ name: "n_distinct", value: "-0.5" }]],
    indexSettings: [[{ name: "fillfactor", value: "80" }]],
  };
}
