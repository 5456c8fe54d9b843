/** Domains folded into the columns of engines that have none. */

import { expect } from "chai";
import { foldDomains } from "../../src/dialect/fold-domains.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { bindText } from "../support/covet.js";

const ticks = (name: string) => `\`${name}\``;

function fold(text: string): DatabaseSchema {
  const { schema, diagnostics } = bindText(text, "sqlite");
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ title }) => title)).to.deep.equal([]);
  return foldDomains(schema, ticks);
}

function facts({ tables }: DatabaseSchema): unknown {
  return tables.map(({ columns, constraints }) => [
    ...columns.map(({ name, type, nullable, default: value }) => [name, type.name, nullable, value?.sql ?? null]),
    ...constraints.map((rule) => (rule.kind === "check" ? [rule.name, rule.expression.sql] : [rule.kind])),
  ]);
}

describe("foldDomains", () => {
  it("gives a column the type, default, null and rules of its domain, its own words first", () => {
    const schema =
      fold(`domain word as text = 'x' not null collate nocase check (value <> 'value' /* value */) as filled
table t {
  id int primary key
  a word
  b word? = 'y' check (b > a) as later
  "c d" word? generated (lower(a)) stored
}`);
    expect(schema.domains).to.deep.equal([]);
    expect(facts(schema)).to.deep.equal([
      [
        ["id", "int", false, null],
        ["a", "text", false, "'x'"],
        ["b", "text", false, "'y'"],
        ["c d", "text", false, null],
        ["primaryKey"],
        ["later", "b > a"],
        [null, "`a` <> 'value' /* value */"],
        [null, "`b` <> 'value' /* value */"],
        [null, "`c d` <> 'value' /* value */"],
      ],
    ]);
    expect(schema.tables[0]?.columns.map(({ collation }) => collation)).to.deep.equal([
      null,
      "nocase",
      "nocase",
      "nocase",
    ]);
  });

  it("takes what is under a domain under another along, down to an enum", () => {
    const schema = fold(`domain best as good check (value <> 'sad')
domain good as mood = 'ok'
enum mood { sad, ok }
table t { a best }`);
    expect(facts(schema)).to.deep.equal([
      [
        ["a", "mood", false, "'ok'"],
        [null, "`a` <> 'sad'"],
      ],
    ]);
  });

  it("leaves a schema without domains as it is, and ends on a circle", () => {
    const { schema } = bindText("table t { a int }", "sqlite");
    expect(foldDomains(schema, ticks)).to.equal(schema);
    const circle = bindText("domain a as b\ndomain b as a check (value > 1)\ntable t { x a }", "sqlite").schema;
    expect(facts(foldDomains(circle, ticks))).to.deep.equal([
      [
        ["x", "a", false, null],
        [null, "`x` > 1"],
      ],
    ]);
  });
});
