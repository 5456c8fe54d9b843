/** Splitting, judged by SQLite itself: it runs the whole text, and then the pieces, and must end in the same place. */

import Database from "better-sqlite3";
import { expect } from "chai";
import fc from "fast-check";
import { split } from "../../../src/dialects/sqlite/split.js";

const texts = (sql: string) => split(sql).map((piece) => piece.sql);

/** Everything SQLite remembers after running a text. */
function remembered(run: (database: Database.Database) => void): unknown {
  const database = new Database(":memory:");
  database.exec("CREATE TABLE base (a, b)");
  run(database);
  const schema = database.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid").all();
  const rows = database.prepare("SELECT a, b FROM base ORDER BY rowid").all();
  database.close();
  return { schema, rows };
}

const noise = fc.constantFrom("", " ", "\n", "\r\n", " -- a ; 'b\n", '/* ; " */', "\t/* ' */ ", " -- x\r\n");
const value = fc.constantFrom(
  "'a;b'",
  "'it''s; \"x\"'",
  "1",
  "';'",
  "x'3b'",
  "case when 1 then 2 end",
  "'-- no'",
  "'/* no'",
);
const name = fc.constantFrom('"a;b"', "[c;d]", "`e;f`", '"begin"', '"q""; r"', "[it's]", "plain");

const inner = fc
  .tuple(value, noise)
  .map(([v, n]) => `insert into base${n} values (${v}, CASE WHEN new.a THEN 1 ELSE 2 END)`);

const statement = fc.oneof(
  fc.tuple(value, noise).map(([v, n]) => `INSERT INTO base ${n}VALUES (${v}, ${v})`),
  fc
    .tuple(fc.constantFrom("", "TEMP ", "temporary "), noise, fc.array(inner, { minLength: 1, maxLength: 3 }), noise)
    .map(([temp, a, body, b]) => ["TRIGGER", temp, a, `BEGIN ${body.join(`;${b}`)};${a} END`].join("\u0001")),
  fc.tuple(name, noise).map(([n, s]) => ["TABLE", n, s].join("\u0001")),
);

/** Names are numbered, so that nothing is created twice. */
function numbered(text: string, at: number): string {
  const [kind, first = "", second = "", third = ""] = text.split("\u0001");
  if (kind === "TRIGGER")
    return `CREATE ${first}TRIGGER${second} t${at} AFTER INSERT ON base WHEN new.a = 'zz' ${third}`;
  if (kind === "TABLE") return `CREATE TABLE t${at}${second} (${first} text DEFAULT ';')`;
  return text;
}

describe("sqlite split", () => {
  it("cuts at semicolons outside quotes, comments and bodies", () => {
    expect(texts("select ';' ; -- ;\n select [;], `;`, \";\" /* ; */;;")).deep.equal([
      "select ';'",
      'select [;], `;`, ";"',
    ]);
  });

  it("keeps trigger bodies whole, CASE … END inside", () => {
    const trigger = "create trigger t after insert on a begin select case when 1 then 2 end; update b set c = 1; end";
    expect(texts(`${trigger};\nselect 1`)).deep.equal([trigger, "select 1"]);
  });

  it("says where each statement stands", () => {
    const text = " /* one */ select 1 ;\n\n-- two\nselect 2 -- end\n";
    for (const { sql, start, end } of split(text)) expect(text.slice(start, end)).equal(sql);
    expect(split(text).map(({ start }) => start)).deep.equal([text.indexOf("select 1"), text.indexOf("select 2")]);
  });

  it("never throws, and loses nothing but separators", () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      "[",
      "]",
      "`",
      ";",
      "--",
      "/*",
      "*/",
      "\n",
      "create",
      "trigger",
      "begin",
      "end",
      "case",
      " ",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const { sql, start, end } of split(text)) {
          expect(start).least(at);
          expect(text.slice(start, end)).equal(sql);
          at = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with SQLite on random scripts", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(statement, noise, noise), { minLength: 1, maxLength: 6 }), noise, (parts, tail) => {
        const wanted = parts.map(([text], at) => numbered(text, at));
        const script = wanted.map((text, at) => `${parts[at]?.[1]}${text}${parts[at]?.[2]};`).join("") + tail;
        const pieces = texts(script);
        expect(pieces).deep.equal(wanted);
        const whole = remembered((database) => database.exec(script));
        // prepare() refuses more than one statement.
        expect(remembered((database) => pieces.forEach((sql) => void database.prepare(sql).run()))).deep.equal(whole);
      }),
      { numRuns: 300 },
    );
  });
});
