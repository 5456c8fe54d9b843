/** The words for operations, which stand in migration files for good. */

import { expect } from "chai";
import { kindOf, objectOf, touchedBy } from "../../src/operation/describe.js";
import { invert } from "../../src/operation/invert.js";
import type { Operation } from "../../src/operation/operation.js";
import { fingerprints } from "../../src/plan/fingerprint.js";
import {
  checkOf,
  columnOf,
  foreignKeyOf,
  indexOf,
  named,
  primaryKeyOf,
  schemaOf,
  tableOf,
  uniqueOf,
} from "../support/build.js";

const users = named("users");
const odd = named("odd name", "billing");
const mood = { schema: null, name: "mood", values: ["a"], comment: null };

const cases: readonly (readonly [Operation, string, string, string, readonly string[]])[] = [
  [
    { verb: "create", noun: "table", on: { schema: "billing" }, after: tableOf("bookings", { schema: "billing" }) },
    "CREATE_TABLE",
    "DROP_TABLE",
    "billing.bookings",
    ["billing.bookings"],
  ],
  [
    { verb: "create", noun: "column", on: users, after: columnOf("nickname", "text") },
    "ADD_COLUMN",
    "DROP_COLUMN",
    "users.nickname",
    ["users"],
  ],
  [
    { verb: "create", noun: "index", on: odd, after: indexOf("By Day", ["day"]) },
    "ADD_INDEX",
    "DROP_INDEX",
    'billing."odd name"."By Day"',
    ['billing."odd name"'],
  ],
  [
    { verb: "create", noun: "constraint", on: users, after: primaryKeyOf(["id"], { name: "users_pkey" }) },
    "ADD_PRIMARY_KEY",
    "DROP_PRIMARY_KEY",
    "users.users_pkey",
    ["users"],
  ],
  [
    { verb: "create", noun: "constraint", on: users, after: uniqueOf(["a", "b c"]) },
    "ADD_UNIQUE",
    "DROP_UNIQUE",
    'users.<unique a "b c">',
    ["users"],
  ],
  [
    { verb: "create", noun: "constraint", on: users, after: checkOf("id > 0") },
    "ADD_CHECK",
    "DROP_CHECK",
    "users.<check>",
    ["users"],
  ],
  [
    { verb: "create", noun: "constraint", on: odd, after: foreignKeyOf(["a"], users, ["id"], { name: "fk" }) },
    "ADD_FOREIGN_KEY",
    "DROP_FOREIGN_KEY",
    'billing."odd name".fk',
    ['billing."odd name"'],
  ],
  [{ verb: "create", noun: "enum", on: { schema: null }, after: mood }, "CREATE_ENUM", "DROP_ENUM", "mood", ["mood"]],
  [
    { verb: "create", noun: "namespace", on: null, after: { name: "billing", comment: null } },
    "CREATE_SCHEMA",
    "DROP_SCHEMA",
    "billing",
    ["schema billing"],
  ],
  [
    { verb: "alter", noun: "column", on: users, before: columnOf("age", "int"), after: columnOf("age", "bigint") },
    "ALTER_COLUMN",
    "ALTER_COLUMN",
    "users.age",
    ["users"],
  ],
  [
    { verb: "alter", noun: "table", on: { schema: null }, before: tableOf("t"), after: tableOf("t", { comment: "x" }) },
    "ALTER_TABLE",
    "ALTER_TABLE",
    "t",
    ["t"],
  ],
  [
    { verb: "rename", noun: "table", on: { schema: null }, from: "users", to: "people" },
    "RENAME_TABLE",
    "RENAME_TABLE",
    "users",
    ["users", "people"],
  ],
  [
    { verb: "rename", noun: "column", on: users, from: "name", to: "full_name" },
    "RENAME_COLUMN",
    "RENAME_COLUMN",
    "users.name",
    ["users"],
  ],
  [
    { verb: "rename", noun: "constraint", on: users, from: "a", to: "b" },
    "RENAME_CONSTRAINT",
    "RENAME_CONSTRAINT",
    "users.a",
    ["users"],
  ],
  [
    { verb: "rename", noun: "index", on: users, from: "a", to: "b" },
    "RENAME_INDEX",
    "RENAME_INDEX",
    "users.a",
    ["users"],
  ],
  [
    { verb: "rename", noun: "enum", on: { schema: null }, from: "mood", to: "state" },
    "RENAME_ENUM",
    "RENAME_ENUM",
    "mood",
    ["mood", "state"],
  ],
  [
    { verb: "rename", noun: "enumValue", on: { ...named("mood"), column: null }, from: "super user", to: "admin" },
    "RENAME_ENUM_VALUE",
    "RENAME_ENUM_VALUE",
    'mood."super user"',
    ["mood"],
  ],
  [
    { verb: "rename", noun: "enumValue", on: { ...users, column: "role" }, from: "a", to: "b" },
    "RENAME_ENUM_VALUE",
    "RENAME_ENUM_VALUE",
    "users.role.a",
    ["users"],
  ],
  [
    { verb: "rename", noun: "namespace", on: null, from: "a", to: "b" },
    "RENAME_SCHEMA",
    "RENAME_SCHEMA",
    "a",
    ["schema a", "schema b"],
  ],
];

describe("describe", () => {
  for (const [operation, kind, inverse, object, touched] of cases)
    it(`${kind} ${object}`, () => {
      expect(kindOf(operation)).to.equal(kind);
      expect(kindOf(invert(operation))).to.equal(inverse);
      expect(objectOf(operation)).to.equal(object);
      expect(touchedBy(operation)).to.deep.equal(touched);
    });

  it("touches objects by the keys that fingerprints have", () => {
    const schema = schemaOf({
      namespaces: [{ name: "billing", comment: null }],
      enums: [mood],
      tables: [tableOf("bookings", { schema: "billing" }), tableOf("users")],
    });
    const known = cases.flatMap(([, , , , touched]) => touched);
    const found = [...fingerprints(schema, known)].filter(([, hash]) => hash !== "-").map(([key]) => key);
    expect(found).to.have.members(["billing.bookings", "users", "mood", "schema billing"]);
  });
});
