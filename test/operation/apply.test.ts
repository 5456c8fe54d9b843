/** What single operations do to a schema, and what they refuse. The laws are in test/laws. */

import { expect } from "chai";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { apply } from "../../src/operation/apply.js";
import { invert, invertAll } from "../../src/operation/invert.js";
import type { Operation } from "../../src/operation/operation.js";
import {
  checkOf,
  columnOf,
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

const users = tableOf("users", {
  columns: [
    columnOf("id", "int"),
    columnOf("email", "text"),
    columnOf("role", typeOf("mood", { schema: "app" }), { default: { sql: "'sad'::app.mood" } }),
    columnOf("kind", typeOf("enum", { args: ["'a'", "'b'"] }), { default: { sql: "'a'" } }),
    columnOf("shout", "text", { generated: { expression: { sql: "upper(email)" }, storage: "stored" } }),
  ],
  constraints: [
    primaryKeyOf(["id"], { name: "users_pkey" }),
    uniqueOf(["email"], { name: "users_email", include: ["id"] }),
    checkOf("length(email) > 3 and users.email <> 'email'", { name: "users_check" }),
    checkOf("id > 0"),
  ],
  indexes: [
    indexOf("users_lower", [partOf({ sql: "lower(email)" }), "id"], {
      include: ["email"],
      where: { sql: "email <> ''" },
    }),
  ],
});
const posts = tableOf("posts", {
  schema: "app",
  columns: [columnOf("email", "text"), columnOf("author", "int")],
  constraints: [
    foreignKeyOf(["author"], named("users"), ["id"], { name: "posts_author", onDeleteColumns: ["author"] }),
    foreignKeyOf(["email"], named("users"), ["email"]),
  ],
});
const schema: DatabaseSchema = schemaOf({
  namespaces: [{ name: "app", comment: null }],
  enums: [{ schema: "app", name: "mood", values: ["sad", "ok"], comment: null }],
  tables: [users, posts],
});

/** The table, which must be there, after one operation. */
function tableAfter(operation: Operation, table = "users") {
  const found = apply(schema, operation).tables.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`no ${table}`);
  return found;
}

const on = named("users");

describe("apply", () => {
  it("renames a column wherever it is spoken of, and nowhere else", () => {
    const rename: Operation = { verb: "rename", noun: "column", on, from: "email", to: "E-mail" };
    const table = tableAfter(rename);
    expect(table.columns.map(({ name }) => name)).to.deep.equal(["id", "E-mail", "role", "kind", "shout"]);
    expect(table.columns[4]?.generated?.expression.sql).to.equal('upper("E-mail")');
    expect(table.constraints).to.deep.include(uniqueOf(["E-mail"], { name: "users_email", include: ["id"] }));
    expect(table.constraints[2]).to.deep.include({
      expression: { sql: `length("E-mail") > 3 and users."E-mail" <> 'email'` },
    });
    expect(table.indexes).to.deep.equal([
      indexOf("users_lower", [partOf({ sql: 'lower("E-mail")' }), "id"], {
        include: ["E-mail"],
        where: { sql: "\"E-mail\" <> ''" },
      }),
    ]);
    const other = tableAfter(rename, "posts");
    expect(other.columns).to.equal(posts.columns);
    expect(other.constraints[1]).to.deep.include({ columns: ["email"], references: ["E-mail"] });
  });

  it("renames a table wherever it is pointed at", () => {
    const rename: Operation = { verb: "rename", noun: "table", on: { schema: null }, from: "users", to: "people" };
    expect(
      tableAfter(rename, "posts").constraints.map((key) => key.kind === "foreignKey" && key.table.name),
    ).to.deep.equal(["people", "people"]);
    expect(tableAfter(rename, "people").constraints[2]).to.deep.include({
      expression: { sql: "length(email) > 3 and people.email <> 'email'" },
    });
  });

  it("renames a namespace with everything in it", () => {
    const result = apply(schema, { verb: "rename", noun: "namespace", on: null, from: "app", to: "core" });
    expect(result.namespaces).to.deep.equal([{ name: "core", comment: null }]);
    expect(result.enums[0]?.schema).to.equal("core");
    expect(result.tables.map((table) => table.schema)).to.deep.equal([null, "core"]);
    expect(result.tables[0]?.columns[2]).to.deep.include({ default: { sql: "'sad'::core.mood" } });
    expect(result.tables[0]?.columns[2]?.type.schema).to.equal("core");
  });

  it("renames an enum and its values wherever columns have them", () => {
    const type = tableAfter({ verb: "rename", noun: "enum", on: { schema: "app" }, from: "mood", to: "feeling" });
    expect(type.columns[2]?.type.name).to.equal("feeling");
    expect(type.columns[2]?.default?.sql).to.equal("'sad'::app.feeling");
    const mood = { schema: "app", name: "mood", column: null };
    const rename: Operation = { verb: "rename", noun: "enumValue", on: mood, from: "sad", to: "so-so" };
    expect(tableAfter(rename).columns[2]?.default?.sql).to.equal("'so-so'::app.mood");
    expect(apply(schema, rename).enums[0]?.values).to.deep.equal(["so-so", "ok"]);
    const inline = tableAfter({
      verb: "rename",
      noun: "enumValue",
      on: { ...on, column: "kind" },
      from: "a",
      to: "it's",
    });
    expect(inline.columns[3]).to.deep.include({ default: { sql: "'it''s'" } });
    expect(inline.columns[3]?.type.args).to.deep.equal(["'it''s'", "'b'"]);
  });

  it("alters a table without touching its members", () => {
    const header = { ...users, columns: [], constraints: [], indexes: [] };
    const change: Operation = {
      verb: "alter",
      noun: "table",
      on: { schema: null },
      before: header,
      after: { ...header, comment: "People." },
    };
    expect(tableAfter(change)).to.deep.equal({ ...users, comment: "People." });
  });

  it("finds a member without a name by what it says", () => {
    const dropped = tableAfter({ verb: "drop", noun: "constraint", on, before: checkOf("id > 0") });
    expect(dropped.constraints).to.deep.equal(users.constraints.slice(0, 3));
    const changed: Operation = { verb: "drop", noun: "constraint", on, before: checkOf("id > 1") };
    expect(() => apply(schema, changed)).to.throw("cannot drop constraint users.(unnamed): there is none");
  });

  it("adds at the end and keeps the order of the rest", () => {
    expect(
      tableAfter({ verb: "create", noun: "column", on, after: columnOf("x", "int") }).columns.at(-1)?.name,
    ).to.equal("x");
    expect(
      tableAfter({ verb: "drop", noun: "column", on, before: columnOf("email", "text") }).columns.map(
        ({ name }) => name,
      ),
    ).to.deep.equal(["id", "role", "kind", "shout"]);
  });

  const refused: readonly (readonly [Operation, string])[] = [
    [
      { verb: "create", noun: "table", on: { schema: null }, after: users },
      "cannot create table users: it is already there",
    ],
    [
      { verb: "drop", noun: "table", on: { schema: null }, before: tableOf("gone") },
      "cannot drop table gone: there is none",
    ],
    [
      { verb: "create", noun: "column", on, after: columnOf("id", "int") },
      "cannot create column users.id: it is already there",
    ],
    [
      { verb: "drop", noun: "index", on, before: indexOf("gone", ["id"]) },
      "cannot drop index users.gone: there is none",
    ],
    [{ verb: "create", noun: "column", on: named("gone"), after: columnOf("id", "int") }, "there is no table gone"],
    [{ verb: "rename", noun: "column", on, from: "gone", to: "x" }, "there is no gone"],
    [{ verb: "rename", noun: "column", on, from: "id", to: "email" }, "email is already there"],
    [{ verb: "rename", noun: "table", on: { schema: null }, from: "gone", to: "x" }, "there is none"],
    [{ verb: "create", noun: "namespace", on: null, after: { name: "app", comment: null } }, "already there"],
    [
      { verb: "rename", noun: "enumValue", on: { schema: "app", name: "mood", column: null }, from: "sad", to: "ok" },
      "app.mood already has a value ok",
    ],
  ];
  for (const [operation, message] of refused)
    it(`refuses: ${message}`, () => {
      expect(() => apply(schema, operation)).to.throw(message);
    });
});

describe("invert", () => {
  it("turns each verb around", () => {
    const column = columnOf("x", "int");
    const wider = columnOf("x", "bigint");
    expect(invert({ verb: "create", noun: "column", on, after: column })).to.deep.equal({
      verb: "drop",
      noun: "column",
      on,
      before: column,
    });
    expect(invert({ verb: "alter", noun: "column", on, before: column, after: wider })).to.deep.equal({
      verb: "alter",
      noun: "column",
      on,
      before: wider,
      after: column,
    });
    expect(invert({ verb: "rename", noun: "column", on, from: "x", to: "y" })).to.deep.equal({
      verb: "rename",
      noun: "column",
      on,
      from: "y",
      to: "x",
    });
  });

  it("walks a list back", () => {
    const list: Operation[] = [
      { verb: "rename", noun: "table", on: { schema: null }, from: "users", to: "people" },
      { verb: "create", noun: "column", on: named("people"), after: columnOf("x", "int") },
    ];
    const there = list.reduce((state, operation) => apply(state, operation), schema);
    expect(invertAll(list).reduce((state, operation) => apply(state, operation), there)).to.deep.equal(schema);
  });
});
