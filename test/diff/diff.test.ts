/** Pairing and the blind differ on single differences. The laws are in test/laws. */

import { expect } from "chai";
import { diff } from "../../src/diff/diff.js";
import { adoptNames, pair } from "../../src/diff/pair.js";
import type { TableSchema } from "../../src/model/table-schema.js";
import { checkOf, columnOf, foreignKeyOf, indexOf, named, schemaOf, tableOf, uniqueOf } from "../support/build.js";
import { inWords } from "../support/operations.js";

const table = (parts: Partial<TableSchema>) => schemaOf({ tables: [tableOf("t", parts)] });
const between = (before: Partial<TableSchema>, after: Partial<TableSchema>) =>
  inWords(diff(table(before), table(after)));

describe("diff", () => {
  it("ignores the order of everything but enum values", () => {
    const [a, b] = [columnOf("a", "int"), columnOf("b", "int")];
    const [u, c] = [uniqueOf(["a"], { name: "u" }), checkOf("a > 0", { name: "c" })];
    expect(between({ columns: [a, b], constraints: [u, c] }, { columns: [b, a], constraints: [c, u] })).to.deep.equal(
      [],
    );
    const mood = (values: string[]) => schemaOf({ enums: [{ schema: null, name: "mood", values, comment: null }] });
    expect(inWords(diff(mood(["x", "y"]), mood(["y", "x"])))).to.deep.equal(["ALTER_ENUM mood"]);
  });

  it("alters what keeps its name and kind, and replaces what changes its kind", () => {
    const check = checkOf("a > 0", { name: "k" });
    expect(between({ constraints: [check] }, { constraints: [checkOf("a > 1", { name: "k" })] })).to.deep.equal([
      "ALTER_CHECK t.k",
    ]);
    expect(between({ constraints: [check] }, { constraints: [uniqueOf(["a"], { name: "k" })] })).to.deep.equal([
      "DROP_CHECK t.k",
      "ADD_UNIQUE t.k",
    ]);
    expect(between({ indexes: [indexOf("i", ["a"])] }, { indexes: [indexOf("i", ["b"])] })).to.deep.equal([
      "ALTER_INDEX t.i",
    ]);
  });

  it("alters a table for what it stores itself, without its members", () => {
    const column = columnOf("a", "int");
    const [only, ...others] = diff(table({ columns: [column] }), table({ columns: [column], comment: "T." }));
    expect(others).to.deep.equal([]);
    expect(only).to.deep.equal({
      verb: "alter",
      noun: "table",
      on: { schema: null },
      before: tableOf("t"),
      after: tableOf("t", { comment: "T." }),
    });
  });

  it("tells tables of one name in two namespaces apart", () => {
    const before = schemaOf({ tables: [tableOf("t"), tableOf("t", { schema: "s" })] });
    expect(inWords(diff(before, schemaOf({ tables: [tableOf("t")] })))).to.deep.equal(["DROP_TABLE s.t"]);
  });

  it("pairs what has no name by content, as often as it is there", () => {
    const check = checkOf("a > 0");
    expect(between({ constraints: [check, check] }, { constraints: [check] })).to.deep.equal(["DROP_CHECK t.<check>"]);
    expect(between({ constraints: [check] }, { constraints: [checkOf("a > 1")] })).to.deep.equal([
      "DROP_CHECK t.<check>",
      "ADD_CHECK t.<check>",
    ]);
  });
});

describe("pair", () => {
  it("pairs equal keys one to one", () => {
    const [a, b, c] = [{ k: "x" }, { k: "x" }, { k: "x" }];
    expect(pair([a, b], [c], ({ k }) => k)).to.deep.equal({ both: [[a, c]], dropped: [b], created: [] });
    expect(pair([a], [b, c], ({ k }) => k).created).to.deep.equal([c]);
  });
});

describe("adoptNames", () => {
  const adopt = (before: Partial<TableSchema>, after: Partial<TableSchema>) =>
    adoptNames(table(before), table(after), (on, member, taken) => {
      const base = "kind" in member ? `${on.name}_${member.kind}` : `${on.name}_idx`;
      let n = 1;
      while (taken.has(`${base}${n}`)) n++;
      return `${base}${n}`;
    }).tables[0];
  const names = (list: readonly { readonly name: string | null }[] = []) => list.map(({ name }) => name);

  it("leaves what is live without a name without one, whatever the engine would call it", () => {
    const check = checkOf("a > 0", { name: null });
    const both = { constraints: [check, checkOf("a > 1", { name: null })] };
    const adopted = adoptNames(table({ constraints: [check] }), table(both), () => "given");
    expect(adopted.tables[0]?.constraints.map(({ name }) => name)).to.deep.equal([null, "given"]);
  });

  it("takes the name of a live member with the same content, comment aside", () => {
    const after = adopt(
      { constraints: [checkOf("a > 0", { name: "odd" }), uniqueOf(["a"], { name: "other", comment: "x" })] },
      { constraints: [uniqueOf(["a"]), checkOf("a > 0")] },
    );
    expect(names(after?.constraints)).to.deep.equal(["other", "odd"]);
  });

  it("never takes a name that a named member claims", () => {
    const live = { constraints: [checkOf("a > 0", { name: "k" })] };
    const after = adopt(live, { constraints: [checkOf("a > 0"), checkOf("a > 1", { name: "k" })] });
    expect(names(after?.constraints)).to.deep.equal(["t_check1", "k"]);
  });

  it("keeps order and number, and names each of several alike", () => {
    const same = indexOf(null, ["a"]);
    const after = adopt({ indexes: [indexOf("x", ["a"])] }, { indexes: [same, indexOf("y", ["b"]), same] });
    expect(names(after?.indexes)).to.deep.equal(["x", "y", "t_idx1"]);
  });

  it("asks for names free in the whole namespace", () => {
    const other = tableOf("u", { indexes: [indexOf("t_idx1", ["a"])] });
    const before = schemaOf({ tables: [tableOf("t"), other] });
    const after = schemaOf({ tables: [tableOf("t", { indexes: [indexOf(null, ["a"])] }), other] });
    const seen: boolean[] = [];
    adoptNames(before, after, (_table, _member, taken) => {
      seen.push(taken.has("t_idx1"), taken.has("u"));
      return null;
    });
    expect(seen).to.deep.equal([true, true]);
  });

  it("leaves a foreign key unnamed where the engine does", () => {
    const key = foreignKeyOf(["a"], named("u"), ["id"]);
    const after = schemaOf({ tables: [tableOf("t", { constraints: [key] })] });
    expect(adoptNames(schemaOf({}), after, () => null)).to.deep.equal(after);
  });
});
