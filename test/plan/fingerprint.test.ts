/** Fingerprints agree where two databases took different ways to one shape, and differ where the shape does. */

import { expect } from "chai";
import type { ColumnSchema } from "../../src/model/column-schema.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import type { TableSchema } from "../../src/model/table-schema.js";
import { fingerprintAll, fingerprints } from "../../src/plan/fingerprint.js";

function column(name: string, change: Partial<ColumnSchema> = {}): ColumnSchema {
  return {
    name,
    type: { schema: null, name: "integer", args: [], unsigned: false, zerofill: false, dimensions: 0, raw: false },
    nullable: false,
    default: null,
    generated: null,
    identity: null,
    collation: null,
    comment: null,
    settings: [],
    ...change,
  };
}

function table(columns: readonly ColumnSchema[], change: Partial<TableSchema> = {}): TableSchema {
  return { schema: null, name: "users", columns, constraints: [], indexes: [], comment: null, settings: [], ...change };
}

function hashOf(...tables: TableSchema[]): string | undefined {
  const schema: DatabaseSchema = { namespaces: [], enums: [], domains: [], tables };
  return fingerprintAll(schema).get("users");
}

function check(sql: string): TableSchema["constraints"][number] {
  return {
    kind: "check",
    name: "c",
    expression: { sql },
    noInherit: false,
    validated: true,
    enforced: true,
    comment: null,
    settings: [],
  };
}

describe("fingerprint", () => {
  it("does not see the order of columns, and sees everything else about them", () => {
    const hash = hashOf(table([column("a"), column("b")]));
    expect(hashOf(table([column("b"), column("a")]))).to.equal(hash);
    expect(hashOf(table([column("a"), column("c")]))).to.not.equal(hash);
    expect(hashOf(table([column("a"), column("b", { nullable: true })]))).to.not.equal(hash);
    expect(hashOf(table([column("a"), column("b", { default: { sql: "1" } })]))).to.not.equal(hash);
    expect(hashOf(table([column("a"), column("b")], { comment: "x" }))).to.not.equal(hash);
  });

  it("does not see the text of an expression, which an engine reprints, and sees that there is one", () => {
    const one = hashOf(table([column("a")], { constraints: [check("a > 1")] }));
    expect(hashOf(table([column("a")], { constraints: [check('("a" > 1)')] }))).to.equal(one);
    expect(hashOf(table([column("a")]))).to.not.equal(one);
    // A comment that looks like an expression is still a comment.
    const odd = hashOf(table([column("a")], { comment: '{"sql":"x"}' }));
    expect(hashOf(table([column("a")], { comment: '{"sql":"y"}' }))).to.not.equal(odd);
  });

  it("says `-` for what does not exist, in the order of names", () => {
    const schema: DatabaseSchema = { namespaces: [], enums: [], domains: [], tables: [table([column("a")])] };
    expect([...fingerprints(schema, ["users", "posts"])].map(([name, hash]) => `${name}@${hash.length}`)).to.deep.equal(
      ["posts@1", "users@8"],
    );
  });
});
