/** Which `@was` hints become renames, in which order, and what looks like a rename without one. */

import { expect } from "chai";
import { diff } from "../../src/diff/diff.js";
import { looksLikeRename } from "../../src/diff/lookalikes.js";
import { renameProblems, resolveRenames } from "../../src/diff/renames.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import type { RenameHint } from "../../src/model/hints.js";
import type { ObjectName } from "../../src/model/name.js";
import { checkOf, columnOf, indexOf, named, schemaOf, tableOf, uniqueOf } from "../support/build.js";
import { fold, unordered } from "../support/operations.js";

const origin = { path: "schemas/x.covet", line: 3 };
const hint = (noun: RenameHint["noun"], on: ObjectName | null, from: string | string[], to: string): RenameHint => ({
  noun,
  on,
  from: [from].flat(),
  to,
  origin,
});
const columns = (...names: string[]) => names.map((name) => columnOf(name, "int"));
const t = (...names: string[]) => schemaOf({ tables: [tableOf("t", { columns: columns(...names) })] });
const tables = (...names: string[]) => schemaOf({ tables: names.map((name) => tableOf(name)) });

/** `column t.a -> b`. */
function moves(before: DatabaseSchema, after: DatabaseSchema, hints: RenameHint[], asked: RenameHint[] = []): string[] {
  return resolveRenames(before, after, hints, asked).map((operation) =>
    operation.verb === "rename" ? `${operation.noun} ${operation.from} -> ${operation.to}` : operation.verb,
  );
}

describe("renames from hints", () => {
  const on = named("t");

  it("a hint counts where the database has the old name and lacks the new", () => {
    const was = [hint("column", on, "a", "b")];
    expect(moves(t("a"), t("b"), was)).to.deep.equal(["column a -> b"]);
    expect(moves(t("b"), t("b"), was), "done before").to.deep.equal([]);
    expect(moves(t("a", "b"), t("b"), was), "has both").to.deep.equal([]);
    expect(moves(t("a"), t("a", "b"), was), "something new takes the old name").to.deep.equal(["column a -> b"]);
    expect(moves(t("c"), t("b"), was), "has neither").to.deep.equal([]);
    expect(moves(t("a"), t("c"), was), "nothing of that name is wanted").to.deep.equal([]);
  });

  it("takes the first earlier name that is there", () => {
    expect(moves(t("x", "y"), t("b"), [hint("column", on, ["z", "y", "x"], "b")])).to.deep.equal(["column y -> b"]);
  });

  it("rather takes an earlier name that nothing else has then", () => {
    const was = [hint("column", on, ["a", "x"], "b")];
    expect(moves(t("a", "x"), t("a", "b"), was)).to.deep.equal(["column x -> b"]);
  });

  it("renames tables first, then columns by the table's new name, then the rest", () => {
    const before = schemaOf({
      enums: [{ schema: null, name: "e", values: ["v"], comment: null }],
      tables: [
        tableOf("t", {
          columns: columns("a"),
          constraints: [checkOf("a > 0", { name: "c" })],
          indexes: [indexOf("i", ["a"])],
        }),
      ],
    });
    const after = schemaOf({
      enums: [{ schema: null, name: "e2", values: ["v2"], comment: null }],
      tables: [
        tableOf("t2", {
          columns: columns("a2"),
          constraints: [checkOf("a2 > 0", { name: "c2" })],
          indexes: [indexOf("i2", ["a2"])],
        }),
      ],
    });
    const t2 = named("t2");
    const hints = [
      hint("index", t2, "i", "i2"),
      hint("constraint", t2, "c", "c2"),
      hint("enumValue", named("e2"), "v", "v2"),
      hint("enum", named("e2"), "e", "e2"),
      hint("column", t2, "a", "a2"),
      hint("table", t2, "t", "t2"),
    ];
    expect(moves(before, after, hints)).to.deep.equal([
      "table t -> t2",
      "column a -> a2",
      "enum e -> e2",
      "enumValue v -> v2",
      "constraint c -> c2",
      "index i -> i2",
    ]);
    expect(fold(before, resolveRenames(before, after, hints))).to.deep.equal(after);
  });

  it("knows what else was renamed with its namespace", () => {
    const before = schemaOf({ namespaces: [{ name: "s", comment: null }], tables: [tableOf("t", { schema: "s" })] });
    const after = schemaOf({ namespaces: [{ name: "z", comment: null }], tables: [tableOf("u", { schema: "z" })] });
    const hints = [hint("table", named("u", "z"), "t", "u"), hint("namespace", null, "s", "z")];
    expect(moves(before, after, hints)).to.deep.equal(["namespace s -> z", "table t -> u"]);
  });

  it("follows a chain from its free end", () => {
    const chain = [hint("table", named("b"), "a", "b"), hint("table", named("c"), "b", "c")];
    expect(moves(tables("a", "b"), tables("b", "c"), chain)).to.deep.equal(["table b -> c", "table a -> b"]);
    expect(moves(tables("b", "c"), tables("b", "c"), chain), "done before").to.deep.equal([]);
  });

  it("swaps names only when asked to, by way of a third one", () => {
    const swap = [hint("column", on, "a", "b"), hint("column", on, "b", "a")];
    const before = schemaOf({ tables: [tableOf("t", { columns: [columnOf("a", "int"), columnOf("b", "text")] })] });
    const after = schemaOf({ tables: [tableOf("t", { columns: [columnOf("a", "text"), columnOf("b", "int")] })] });
    expect(moves(before, after, [], swap)).to.deep.equal([
      "column a -> covet_swap_1",
      "column b -> a",
      "column covet_swap_1 -> b",
    ]);
    expect(unordered(fold(before, resolveRenames(before, after, [], swap)))).to.deep.equal(unordered(after));
    expect(moves(before, after, swap)).to.deep.equal([]);
    expect(renameProblems(before, after, swap)).to.deep.equal([
      {
        message: "t.a and t.b would swap names on every plan: both exist before and after",
        hint: "take the two `@was` away and ask for it once: covet plan --rename t.a=b --rename t.b=a",
        origin,
      },
    ]);
    expect(renameProblems(before, after, [], swap)).to.deep.equal([]);
  });

  it("turns a circle of three", () => {
    const asked = [hint("column", on, "a", "b"), hint("column", on, "b", "c"), hint("column", on, "c", "a")];
    const found = resolveRenames(t("a", "b", "c"), t("a", "b", "c"), [], asked);
    expect(found).to.have.lengthOf(4);
    expect(fold(t("a", "b", "c"), found).tables[0]?.columns.map(({ name }) => name)).to.deep.equal(["b", "c", "a"]);
  });

  it("uses neither of two hints that want the same", () => {
    const both = [hint("column", on, "a", "b"), hint("column", on, "a", "c")];
    expect(moves(t("a"), t("b", "c"), both)).to.deep.equal([]);
    expect(renameProblems(t("a"), t("b", "c"), both).map(({ message }) => message)).to.deep.equal([
      "a cannot become b and c at once",
    ]);
  });

  it("needs no hint for a constraint or index that is the same in all but its name", () => {
    const member = (name: string, index: string) =>
      schemaOf({
        tables: [tableOf("t", { constraints: [uniqueOf(["a"], { name })], indexes: [indexOf(index, ["a"])] })],
      });
    expect(moves(member("k", "i"), member("k2", "i2"), [])).to.deep.equal(["constraint k -> k2", "index i -> i2"]);
    expect(moves(member("k", "i"), member("i", "k"), []), "names in use").to.deep.equal([]);
  });
});

describe("what looks like a rename", () => {
  const found = (before: DatabaseSchema, after: DatabaseSchema) => looksLikeRename(diff(before, after));

  it("one column gone and one of the same shape come", () => {
    expect(found(t("id", "nick name"), t("id", "nickname"))).to.deep.equal([
      { noun: "column", dropped: 't."nick name"', created: "t.nickname", add: '@was("nick name")' },
    ]);
  });

  it("not where there is a choice, or another shape", () => {
    expect(found(t("a", "b"), t("c"))).to.deep.equal([]);
    expect(found(t("a"), t("b", "c"))).to.deep.equal([]);
    const text = schemaOf({ tables: [tableOf("t", { columns: [columnOf("b", "text")] })] });
    expect(found(t("a"), text)).to.deep.equal([]);
    const nullable = schemaOf({ tables: [tableOf("t", { columns: [columnOf("b", "int", { nullable: true })] })] });
    expect(found(t("a"), nullable)).to.deep.equal([]);
  });

  it("one table gone and one with nearly the same columns come", () => {
    const people = (name: string, ...names: string[]) =>
      schemaOf({ tables: [tableOf(name, { columns: columns(...names) })] });
    expect(found(people("users", "a", "b", "c", "d"), people("people", "a", "b", "c", "d", "e"))).to.deep.equal([
      { noun: "table", dropped: "users", created: "people", add: "@was(users)" },
    ]);
    expect(found(people("users", "a", "b", "c"), people("people", "a", "b", "x"))).to.deep.equal([]);
  });
});
