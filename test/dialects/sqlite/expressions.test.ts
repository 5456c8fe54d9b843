/** Texts compared by tokens: what is called equal must be so to SQLite, and each rule has a pair it must tell apart. */

import Database from "better-sqlite3";
import { expect } from "chai";
import {
  canonicalText,
  isConstant,
  isPlainDefault,
  oneLine,
  readDefault,
  trimmed,
  withoutQualifier,
} from "../../../src/dialects/sqlite/expressions.js";
import { isKeyword, isReserved } from "../../../src/dialects/sqlite/words.js";

/** The words SQLite knows, from its own documentation of the tokenizer's keyword list. */
const words = (
  "abort action add after all alter always analyze and as asc attach autoincrement before begin between by cascade case " +
  "cast check collate column commit conflict constraint create cross current current_date current_time current_timestamp " +
  "database default deferrable deferred delete desc detach distinct do drop each else end escape except exclude exclusive " +
  "exists explain fail filter first following for foreign from full generated glob group groups having if ignore " +
  "immediate in index indexed initially inner insert instead intersect into is isnull join key last left like limit match " +
  "materialized natural no not nothing notnull null nulls of offset on or order others outer over partition plan pragma " +
  "preceding primary query raise range recursive references regexp reindex release rename replace restrict returning right " +
  "rollback row rows savepoint select set table temp temporary then ties to transaction trigger true false unbounded union " +
  "unique update using vacuum values view virtual when where window with without"
).split(" ");

describe("sqlite expressions", () => {
  it("knows which words SQLite reads as a name", () => {
    const database = new Database(":memory:");
    for (const word of words) {
      let isName = true;
      try {
        database.exec(`CREATE TABLE t (${word} text); DROP TABLE t`);
      } catch {
        isName = false;
      }
      expect(isReserved(word), word).equal(!isName);
    }
    database.close();
  });

  it("knows which bare words differ from the quoted name", () => {
    const database = new Database(":memory:");
    for (const word of words.filter((other) => !isReserved(other) && !/^(true|false)$/.test(other))) {
      database.exec(`CREATE TABLE t ("${word}" text); INSERT INTO t VALUES ('the column')`);
      let value: unknown;
      try {
        value = database.prepare(`SELECT ${word} FROM t`).pluck().get();
      } catch {
        value = "the column"; // Not an expression of its own: nothing else it could be.
      }
      expect(isKeyword(word), word).equal(value !== "the column");
      database.exec("DROP TABLE t");
    }
    expect(database.prepare("SELECT true, false").raw().get()).deep.equal([1, 0]);
    expect(() => database.prepare('SELECT "true"')).throw(/no such column/);
    expect([isKeyword("TRUE"), isKeyword("false")]).deep.equal([true, true]);
    database.close();
  });

  const equal: readonly (readonly [string, string])[] = [
    ["a>1", "a  >  1"],
    ["a > 1", "((a > 1))"],
    ["a > 1", "a /* x */ > -- y\n 1"],
    ["a > 1", "A > 1"],
    ["a > 1", '"A" > 1'],
    ["a > 1", "[a] > 1"],
    ["a > 1", "`a` > 1"],
    ["a IS NULL and b", "a is null AND b"],
    ["Lower(a)", "lower(a)"],
    ["1E5", "1e5"],
  ];
  const different: readonly (readonly [string, string])[] = [
    ["a > 1", "a > 10"],
    ["a > 1", "a >= 1"],
    ["(a) or (b)", "a or b and 1"],
    ["(a or b) and c", "a or b and c"],
    ["'a'", "'A'"],
    ["'a'", '"a"'],
    ["'a b'", "'a  b'"],
    ["true", '"true"'],
    ["current_date", '"current_date"'],
    ["null", '"null"'],
    ['"a b"', "a b"],
    ["a - -1", "a -1"],
    ["a", "b"],
    ["é", "É"],
  ];
  for (const [one, other] of equal)
    it(`${one} = ${JSON.stringify(other)}`, () => expect(canonicalText(one)).equal(canonicalText(other)));
  for (const [one, other] of different)
    it(`${one} ≠ ${other}`, () => expect(canonicalText(one)).not.equal(canonicalText(other)));

  it("reads defaults as SQLite does", () => {
    const database = new Database(":memory:");
    const texts = [
      "1",
      "-1",
      "+ 1.5e3",
      "'a''b'",
      "x'00ff'",
      "null",
      "true",
      "False",
      "word",
      '"quoted"',
      "(1 + 2)",
      "((3))",
      "(null)",
      "(lower('A'))",
      "current_date",
    ];
    for (const sql of texts) {
      const read = readDefault(sql);
      const again = read === null ? "" : ` DEFAULT ${isPlainDefault(read) ? read : `(${read})`}`;
      database.exec(`CREATE TABLE t (k, a DEFAULT ${sql}, b${again}); INSERT INTO t (k) VALUES (1)`);
      expect(database.prepare("SELECT a IS b AND typeof(a) = typeof(b) FROM t").pluck().get(), sql).equal(1);
      // What ADD COLUMN takes.
      let constant = true;
      try {
        database.exec(`ALTER TABLE t ADD COLUMN c${again}`);
      } catch {
        constant = false;
      }
      expect(read === null || isConstant(read), sql).equal(constant);
      database.exec("DROP TABLE t");
    }
    database.close();
  });

  it("trims comments and white space, and drops the table's own name", () => {
    expect(trimmed(" -- x\n a > 1 /* y */ ")).equal("a > 1");
    expect(withoutQualifier('users.a > "Users" . b and x.users.c', "users")).equal("a >  b and x.users.c");
    expect(withoutQualifier("'users.a' = users", "users")).equal("'users.a' = users");
  });

  it("puts a text on one line without changing its value", () => {
    const sql = "'a\nb' -- c\n  ||\r\n'd''\r\n' /* ; */ || ' x  y '";
    expect(oneLine(sql)).not.match(/[\r\n]/);
    const database = new Database(":memory:");
    const value = (text: string) => database.prepare(`SELECT ${text}`).pluck().get();
    expect(value(oneLine(sql))).equal(value(sql));
    database.close();
  });
});
