/** The order of operations where one needs another. The laws are in test/laws. */

import { expect } from "chai";
import { diff } from "../../src/diff/diff.js";
import { order } from "../../src/diff/order.js";
import { sortByEdges } from "../../src/diff/topological.js";
import { emptySchema } from "../../src/model/database-schema.js";
import type { TableSchema } from "../../src/model/table-schema.js";
import { invertAll } from "../../src/operation/invert.js";
import type { Operation } from "../../src/operation/operation.js";
import {
  checkOf,
  columnOf,
  foreignKeyOf,
  indexOf,
  named,
  primaryKeyOf,
  schemaOf,
  tableOf,
  typeOf,
  uniqueOf,
} from "../support/build.js";
import { inWords } from "../support/operations.js";

/** A table with a key, pointing at others. */
const pointing = (name: string, ...targets: string[]) =>
  tableOf(name, {
    columns: [columnOf("id", "int"), ...targets.map((target) => columnOf(`${target}_id`, "int"))],
    constraints: [
      primaryKeyOf(["id"], { name: `${name}_pkey` }),
      ...targets.map((target) => foreignKeyOf([`${target}_id`], named(target), ["id"], { name: `${name}_${target}` })),
    ],
  });
const t = (parts: Partial<TableSchema>) => schemaOf({ tables: [tableOf("t", parts)] });
const plan = (before: Parameters<typeof diff>[0], after: Parameters<typeof diff>[0]) =>
  inWords(order(diff(before, after)));

describe("order", () => {
  it("creates what is pointed at first, and drops it last", () => {
    const schema = schemaOf({ tables: [pointing("a", "b"), pointing("b", "c", "b"), pointing("c")] });
    expect(plan(emptySchema, schema)).to.deep.equal(["CREATE_TABLE c", "CREATE_TABLE b", "CREATE_TABLE a"]);
    expect(plan(schema, emptySchema)).to.deep.equal(["DROP_TABLE a", "DROP_TABLE b", "DROP_TABLE c"]);
  });

  it("cuts a circle of foreign keys in one place, both ways", () => {
    const schema = schemaOf({
      tables: [pointing("a", "b"), pointing("b", "c"), pointing("c", "a"), pointing("d", "a")],
    });
    const there = order(diff(emptySchema, schema));
    expect(inWords(there)).to.deep.equal([
      "CREATE_TABLE c",
      "CREATE_TABLE b",
      "CREATE_TABLE a",
      "CREATE_TABLE d",
      "ADD_FOREIGN_KEY c.c_a",
    ]);
    const back = ["DROP_FOREIGN_KEY c.c_a", "DROP_TABLE d", "DROP_TABLE a", "DROP_TABLE b", "DROP_TABLE c"];
    expect(plan(schema, emptySchema)).to.deep.equal(back);
    expect(inWords(order(invertAll(there)))).to.deep.equal(back);
  });

  it("puts namespaces and enums before what is in them or of them, and after it when they go", () => {
    const schema = schemaOf({
      namespaces: [{ name: "s", comment: null }],
      enums: [{ schema: "s", name: "e", values: ["v"], comment: null }],
      tables: [tableOf("t", { schema: "s", columns: [columnOf("a", typeOf("e", { schema: "s" }))] })],
    });
    expect(plan(emptySchema, schema)).to.deep.equal(["CREATE_SCHEMA s", "CREATE_ENUM s.e", "CREATE_TABLE s.t"]);
    expect(plan(schema, emptySchema)).to.deep.equal(["DROP_TABLE s.t", "DROP_ENUM s.e", "DROP_SCHEMA s"]);
  });

  it("adds an enum's value before it is a default, and removes it after", () => {
    const mood = (values: string[], initial: string) =>
      schemaOf({
        enums: [{ schema: null, name: "e", values, comment: null }],
        tables: [tableOf("t", { columns: [columnOf("a", "e", { default: { sql: `'${initial}'` } })] })],
      });
    expect(plan(mood(["x"], "x"), mood(["x", "y"], "y"))).to.deep.equal(["ALTER_ENUM e", "ALTER_COLUMN t.a"]);
    expect(plan(mood(["x", "y"], "y"), mood(["x"], "x"))).to.deep.equal(["ALTER_COLUMN t.a", "ALTER_ENUM e"]);
  });

  it("drops what uses a column before the column, and adds it after", () => {
    const small = t({ columns: [columnOf("id", "int")] });
    const large = t({
      columns: [
        columnOf("id", "int"),
        columnOf("a", "int"),
        columnOf("b", "int", { generated: { expression: { sql: "a + 1" }, storage: "stored" } }),
      ],
      constraints: [checkOf("a > 0", { name: "k" }), uniqueOf(["a"], { name: "u" })],
      indexes: [indexOf("i", ["id"], { where: { sql: "a > 0" } })],
    });
    expect(plan(small, large)).to.deep.equal([
      "ADD_COLUMN t.a",
      "ADD_COLUMN t.b",
      "ADD_CHECK t.k",
      "ADD_UNIQUE t.u",
      "ADD_INDEX t.i",
    ]);
    expect(plan(large, small)).to.deep.equal([
      "DROP_INDEX t.i",
      "DROP_CHECK t.k",
      "DROP_UNIQUE t.u",
      "DROP_COLUMN t.b",
      "DROP_COLUMN t.a",
    ]);
  });

  it("changes a column between dropping and adding what lists it", () => {
    const before = t({ columns: [columnOf("a", "int")], indexes: [indexOf("i", ["a"])] });
    const after = t({ columns: [columnOf("a", "bigint")], constraints: [uniqueOf(["a"], { name: "u" })] });
    expect(plan(before, after)).to.deep.equal(["DROP_INDEX t.i", "ALTER_COLUMN t.a", "ADD_UNIQUE t.u"]);
  });

  it("has a key before a foreign key points at it, and as long as one does", () => {
    const [id, ref] = [columnOf("id", "int"), columnOf("ref", "int")];
    const before = t({ columns: [id, ref] });
    const after = t({
      columns: [id, ref],
      constraints: [foreignKeyOf(["ref"], named("t"), ["id"], { name: "a" })],
      indexes: [indexOf("z", ["id"], { unique: true })],
    });
    expect(plan(before, after)).to.deep.equal(["ADD_INDEX t.z", "ADD_FOREIGN_KEY t.a"]);
    expect(plan(after, before)).to.deep.equal(["DROP_FOREIGN_KEY t.a", "DROP_INDEX t.z"]);
  });

  it("lets go of a foreign key that will point elsewhere", () => {
    const columns = [columnOf("a", "int"), columnOf("b", "int"), columnOf("r", "int")];
    const keyed = (key: string) =>
      t({
        columns,
        constraints: [primaryKeyOf([key], { name: "k" }), foreignKeyOf(["r"], named("t"), [key], { name: "f" })],
      });
    expect(plan(keyed("a"), keyed("b"))).to.deep.equal([
      "DROP_FOREIGN_KEY t.f",
      "ALTER_PRIMARY_KEY t.k",
      "ADD_FOREIGN_KEY t.f",
    ]);
  });

  it("gives a name up before something else takes it", () => {
    const before = schemaOf({ tables: [tableOf("t", { indexes: [indexOf("x", ["a"])] }), tableOf("u")] });
    const taken = schemaOf({ tables: [tableOf("t"), tableOf("u", { indexes: [indexOf("x", ["b"])] })] });
    expect(plan(before, taken)).to.deep.equal(["DROP_INDEX t.x", "ADD_INDEX u.x"]);
    const table = schemaOf({ tables: [tableOf("t"), tableOf("u"), tableOf("x")] });
    expect(plan(before, table)).to.deep.equal(["DROP_INDEX t.x", "CREATE_TABLE x"]);
    const renamed: Operation[] = [
      { verb: "rename", noun: "index", on: named("t"), from: "x", to: "y" },
      { verb: "create", noun: "index", on: named("u"), after: indexOf("x", ["b"]) },
    ];
    expect(order(renamed)).to.deep.equal(renamed);
    expect(inWords(order(renamed.toReversed()))).to.deep.equal(inWords(renamed));
  });

  it("keeps what speaks of a renamed thing on its side of the rename", () => {
    const rename: Operation = { verb: "rename", noun: "column", on: named("t"), from: "a", to: "b" };
    const index: Operation = { verb: "create", noun: "index", on: named("t"), after: indexOf("i", ["b"]) };
    const drop: Operation = {
      verb: "drop",
      noun: "constraint",
      on: named("t"),
      before: checkOf("a > 0", { name: "k" }),
    };
    expect(order([drop, rename, index])).to.deep.equal([drop, rename, index]);
    expect(order(invertAll([drop, rename, index]))).to.deep.equal(invertAll([drop, rename, index]));
  });

  it("creates columns in the order of the files and all else by name", () => {
    const after = t({
      columns: [columnOf("id", "int"), columnOf("z", "int"), columnOf("b", "int")],
      indexes: [indexOf("y", ["id"]), indexOf("x", ["id"])],
    });
    const before = t({ columns: [columnOf("id", "int")] });
    expect(plan(before, after)).to.deep.equal(["ADD_COLUMN t.z", "ADD_COLUMN t.b", "ADD_INDEX t.x", "ADD_INDEX t.y"]);
  });

  it("stays linear in the number of tables", () => {
    const many = (count: number) =>
      schemaOf({ tables: Array.from({ length: count }, (_, n) => pointing(`t${n}`, `t${Math.max(0, n - 1)}`)) });
    const ordered = order(diff(emptySchema, many(2000)));
    expect(inWords(ordered).slice(0, 3)).to.deep.equal(["CREATE_TABLE t0", "CREATE_TABLE t1", "CREATE_TABLE t2"]);
    expect(ordered).to.have.lengthOf(2000);
  });
});

describe("sortByEdges", () => {
  it("loses nothing to a circle", () => {
    const circle = [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const;
    expect(sortByEdges(["a", "b", "c", "d"], [3, 2, 1, 0], circle)).to.deep.equal(["d", "a", "b", "c"]);
  });
});
