/** The SQL lexer: total and complete for whatever text it is given. */

import { expect } from "chai";
import fc from "fast-check";
import { lexSql, significant, unquoteName } from "../../src/sql/lexer.js";
import type { SqlSyntax } from "../../src/sql/syntax.js";

const syntax: SqlSyntax = {
  nameQuotes: new Map([['"', '"']]),
  doubleQuotedStrings: false,
  backslashEscapes: false,
  escapeStrings: true,
  dollarQuotes: true,
  nestedComments: true,
  hashComments: false,
  dashNeedsSpace: false,
  longOperators: true,
};

const lite: SqlSyntax = {
  ...syntax,
  nameQuotes: new Map([
    ['"', '"'],
    ["`", "`"],
    ["[", "]"],
  ]),
  escapeStrings: false,
  dollarQuotes: false,
  nestedComments: false,
  longOperators: false,
};

/** Text made of what matters to a lexer. */
const pieces = fc
  .array(
    fc.constantFrom(
      ..."'\"`[]$;-/*\\\n (),.:@?eExXaz09 \t".split(""),
      "--",
      "/*",
      "*/",
      "$$",
      "$t$",
      "::",
      "->>",
      "é🦆",
      "e'\\''",
    ),
    { maxLength: 40 },
  )
  .map((list) => list.join(""));

const texts = (sql: string, how: SqlSyntax = syntax) => significant(lexSql(sql, how)).map(({ text }) => text);

describe("SQL lexer", () => {
  for (const [name, how] of Object.entries({ syntax, lite }))
    it(`joins back to any text, every token in its place (${name})`, () => {
      fc.assert(
        fc.property(fc.oneof(pieces, fc.string({ unit: "binary" })), (text) => {
          const tokens = lexSql(text, how);
          expect(tokens.map((token) => token.text).join("")).to.equal(text);
          let at = 0;
          for (const token of tokens) {
            expect(token.start).to.equal(at);
            expect(token.text).not.to.equal("");
            at += token.text.length;
          }
        }),
        { numRuns: 2000 },
      );
    });

  it("keeps quotes, fences and comments whole", () => {
    expect(texts(`a 'it''s; -- no' "odd "" name" $$ ; $$ $f$ $$ $f$ -- end`)).to.deep.equal([
      "a",
      "'it''s; -- no'",
      '"odd "" name"',
      "$$ ; $$",
      "$f$ $$ $f$",
    ]);
    expect(texts("1 /* a /* b */ c */ 2")).to.deep.equal(["1", "2"]);
    expect(texts("1 /* a /* b */ c */ 2", lite)).to.deep.equal(["1", "c", "*", "/", "2"]);
    expect(texts("E'\\'' e'\\\\' 'a\\'")).to.deep.equal(["E'\\''", "e'\\\\'", "'a\\'"]);
    expect(texts("[a b] `c``d`", lite)).to.deep.equal(["[a b]", "`c``d`"]);
  });

  it("cuts operators as each engine does", () => {
    expect(texts("a->>'b'::text<=-1")).to.deep.equal(["a", "->>", "'b'", "::", "text", "<=", "-", "1"]);
    expect(texts("a @> b && c!=-2")).to.deep.equal(["a", "@>", "b", "&&", "c", "!=-", "2"]);
    expect(texts("a->>'b'<=-1", lite)).to.deep.equal(["a", "->>", "'b'", "<=", "-", "1"]);
  });

  it("reads what a quoted name stands for", () => {
    const [token] = lexSql('"odd "" name"', syntax);
    expect(token && unquoteName(token, syntax)).to.equal('odd " name');
  });

  it("says what is still open", () => {
    const open = (sql: string) => lexSql(sql, syntax).some((token) => token.open);
    for (const sql of ["'a", '"a', "$$ a", "/* a", "e'a\\'"]) expect(open(sql), sql).to.equal(true);
    for (const sql of ["'a'", '"a"', "$$ a $$", "/* a */", "-- a"]) expect(open(sql), sql).to.equal(false);
  });
});
