/** What random schemas for SQLite may hold. Types are in normal form. */

import { vocabulary } from "../../../src/dialects/sqlite/vocabulary.js";
import { typeOf } from "../../support/build.js";
import { everything, type Profile, type TypeGroup, type TypeSample } from "../../support/profile.js";

const defaults: Readonly<Record<TypeGroup, readonly string[]>> = {
  number: ["0", "42", "-1", "+ 7", "1.5", "(2 + 3) * 4"],
  text: ["''", "'draft'", "'it''s'", "'; -- \\ %s 🦆'", "lower('A')"],
  other: ["current_timestamp", "x'00ff'", "true"],
};

const sample = (group: TypeGroup, name: string, args: readonly string[] = [], identity = false): TypeSample => ({
  type: typeOf(name, { args }),
  group,
  defaults: defaults[group],
  key: true,
  identity,
});

export const profile: Profile = {
  ...everything,
  types: [
    sample("number", "integer", [], true),
    sample("number", "decimal", ["12", "2"]),
    sample("number", "real"),
    sample("number", "unsigned big int"),
    sample("text", "text"),
    sample("text", "varchar", ["80"]),
    sample("text", 'weird "type"', ["1", "2"]),
    sample("other", "blob"),
    sample("other", "boolean"),
    sample("other", "timestamptz"),
    sample("other", "_"),
  ],
  lacks: new Set([...vocabulary.lacks.keys(), ...(["deferrable"] as const)]),
  enums: false,
  domains: false,
  inlineEnums: true,
  comments: false,
  unnamedConstraints: true,
  identityNeedsSoleKey: true,
  collations: ["nocase", "rtrim"],
  indexMethods: [],
  operatorClasses: { text: [], number: [], other: [] },
  tableSettings: [],
  columnSettings: [[{ name: "not_null_on_conflict", value: "ignore" }]],
  indexSettings: [],
};

/** Tables may be STRICT: then only these types will do. */
export const strictProfile: Profile = {
  ...profile,
  types: [
    sample("number", "integer", [], true),
    { ...sample("number", "real"), defaults: ["0.5", "-1"] },
    sample("text", "text"),
    { ...sample("other", "blob"), defaults: ["x'00ff'"] },
    sample("other", "any"),
  ].map((item) => (item.group === "number" ? { ...item, defaults: ["0", "42", "-1"] } : item)),
  tableSettings: [[{ name: "strict", value: null }]],
};
