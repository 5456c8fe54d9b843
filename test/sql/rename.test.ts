/** Renaming inside SQL text, against the engines that rewrite their own stored text. */

import Database from "better-sqlite3";
import { expect } from "chai";
import {
  literalsIn,
  namesIn,
  quoteText,
  quoteWord,
  renameColumn,
  renameElement,
  renameLiteral,
  renameQualifier,
  renameType,
  substituteColumn,
} from "../../src/sql/rename.js";
import type { Admin } from "../support/servers/engine.js";
import { connect, database } from "../support/servers.js";

/** Conditions over t(a, b, c, "Odd one"), where a and b are numbers and c and "Odd one" text. */
const conditions = [
  "a > 0",
  "a > 0 and b > a",
  "A > 0",
  '"a" > 0',
  "abs(a) > a",
  "length(c) > 0 or c = 'a'",
  "c <> 'a' and c <> 'it''s a'",
  "coalesce(a, b) in (1, 2, 3)",
  "case when a is null then b else a end > 0",
  'length("Odd one") > a',
  "t.a > 0",
  "a > 0 and upper(c) <> 'A /* a */'",
  "cast(a as text) <> c",
  "(a + b) * a > b - a",
];
const names = ["a2", "Odd two", "order", 'q"uote', "größe", "user", "a$"];

describe("renaming in SQL text", () => {
  describe("a column, as SQLite does it", () => {
    for (const [from, to] of [...names.map((to) => ["a", to] as const), ["Odd one", "plain"] as const])
      it(`${from} to ${to}`, () => {
        for (const condition of conditions) {
          const live = new Database(":memory:");
          const ours = renameColumn(condition, "t", from, to);
          live.exec(`create table t (a int, b int, c text, "Odd one" text, check (${condition}))`);
          live.exec(`alter table t rename column ${quoted(from)} to ${quoted(to)}`);
          const stored = live.prepare("select sql from sqlite_schema").pluck().get();
          expect(normal(ours), condition).to.equal(normal(/check \((.*)\)\)$/s.exec(String(stored))?.[1] ?? ""));
          live.close();
        }
      });

    it("a piece of SQL in its place", () => {
      const own = ["a <> 'a' and length(a) > 1", "abs(a) = a -- a\n or a = 1", "a in (1, 2) /* a */ and not a = 3"];
      for (const condition of [...conditions.filter((text) => !text.includes("t.a")), ...own]) {
        const live = new Database(":memory:");
        live.exec(`create table t (a int, b int, c text, "Odd one" text, check (${condition}))`);
        live.exec('alter table t rename column a to "a b"');
        const stored = String(live.prepare("select sql from sqlite_schema").pluck().get());
        const ours = substituteColumn(condition, "a", '"a b"');
        expect(normal(ours), condition).to.equal(normal(/check \((.*)\)\)$/s.exec(stored)?.[1] ?? ""));
        live.close();
      }
      expect(substituteColumn("a(1) > x.a and a.b > 'a'", "a", "(b)::int")).to.equal("a(1) > x.a and a.b > 'a'");
    });

    /** SQLite quotes what it rewrites whether it must or not. */
    function normal(sql: string): string {
      return sql.replace(/"((?:[^"]|"")*)"/g, (_all, name: string) => quoteWord(name.replaceAll('""', '"')));
    }
  });

  describe("as PostgreSQL does it", () => {
    let live: Admin;
    let drop: () => Promise<void>;
    before(async () => {
      const fresh = await database("postgres15");
      live = await connect("postgres15", fresh.url);
      drop = async () => {
        await live.close();
        await fresh.drop();
      };
    });
    after(() => drop());

    const printed = async () => {
      const [row] = await live.query(
        "select pg_get_expr(conbin, conrelid) as sql from pg_constraint where contype = 'c'",
      );
      return String(row?.sql);
    };
    const columns = 'a int, b int, c text, d timestamp, "time" int, "Odd one" text';

    /** Runs the change on a table whose check is the condition; gives what the engine prints before and after. */
    async function change(condition: string, sql: string): Promise<[before: string, after: string]> {
      await live.query("begin");
      try {
        await live.query("create type mood as enum ('sad', 'ok', 'it''s')");
        await live.query("create schema other");
        await live.query("create type other.mood as enum ('sad', 'ok', 'it''s')");
        const moods = "m mood, ms mood[], o other.mood, os other.mood[]";
        await live.query(`create table t (${columns}, ${moods}, check (${condition}))`);
        const first = await printed();
        await live.query(sql);
        return [first, await printed()];
      } finally {
        await live.query("rollback");
      }
    }

    it("a column", async () => {
      const typed = [
        "d::timestamp without time zone > '2020-01-01'::timestamp and time > 0",
        "extract(hour from d) > a",
      ];
      for (const condition of [...conditions.filter((text) => text !== "A > 0"), ...typed])
        for (const from of ["a", "Odd one", "time"])
          for (const to of names) {
            const [first, then] = await change(
              condition,
              `alter table t rename column ${quoted(from)} to ${quoted(to)}`,
            );
            expect(bare(renameColumn(first, "t", from, to)), `${from} to ${to} in ${first}`).to.equal(bare(then));
          }
    });

    it("a type and its values", async () => {
      for (const condition of [
        "m <> 'sad'",
        "m in ('sad', 'it''s')",
        "c <> 'sad' and m > 'sad'::mood",
        "m <> 'sad' and o <> 'sad'",
        "ms <> '{sad}' and os <> '{sad}' and c <> '{sad}'",
        `ms <> '{{sad,ok},{"sad","it''s"}}'`,
      ])
        for (const schema of [null, "other"]) {
          const mood = { schema, name: "mood" };
          const type = schema === null ? "mood" : "other.mood";
          const [first, renamed] = await change(condition, `alter type ${type} rename to state_of_mind`);
          expect(renameType(first, mood, "state_of_mind")).to.equal(renamed);
          for (const to of ["not so well", "well", "null", 'a "b" \\ it\'s']) {
            const literal = quoteText(to);
            const [, value] = await change(condition, `alter type ${type} rename value 'sad' to ${literal}`);
            const ours = renameElement(renameLiteral(first, "sad", to, mood), "sad", to, mood);
            expect(elements(ours)).to.equal(elements(value));
          }
        }
    });

    /** PostgreSQL prints a backslash as an escape string. */
    function elements(sql: string): string {
      return sql.replace(/ E'((?:[^']|'')*)'/g, (_all, text: string) => ` '${text.replaceAll("\\\\", "\\")}'`);
    }

    /** PostgreSQL quotes fewer words than stumble elsewhere. */
    function bare(sql: string): string {
      return sql.replace(/"([a-z_][a-z0-9_]*)"/g, "$1");
    }
  });

  it("leaves functions, other tables, fields, types and literals alone", () => {
    const same = (sql: string, name: string) => expect(renameColumn(sql, "t", name, "x")).to.equal(sql);
    same("lower(c) <> ''", "lower");
    same("other.a > 0", "a");
    same("c::text <> ''", "text");
    same("cast(c as text) <> ''", "text");
    same("c collate nocase <> ''", "nocase");
    same("extract(day from d) > 1", "day");
    same("c = 'a'", "a");
    same("c = $$ a $$", "a");
    same("/* a */ c > 0 -- a", "a");
    same("x is null", "null");
  });

  it("follows a qualifier", () => {
    expect(renameColumn("t.a > other.a", "t", "a", "b")).to.equal("t.b > other.a");
    expect(renameQualifier("t.a > t", "t", "Odd t")).to.equal('"Odd t".a > t');
    expect(renameQualifier("a::old.kind > old.fn(a)", "old", "new")).to.equal("a::new.kind > new.fn(a)");
  });

  it("keeps the quotes an engine needs", () => {
    expect(renameColumn("`a` > 0", "t", "a", "b`c")).to.equal("`b``c` > 0");
    expect(renameColumn('"A b" > 0', "t", "A b", "c")).to.equal("c > 0");
    expect(renameColumn("a[1] > 0", "t", "a", "b")).to.equal("b[1] > 0");
  });

  it("there and back gives the text it had", () => {
    for (const condition of conditions.filter((text) => !/A >|"a"|t\.a/.test(text)))
      for (const to of names)
        expect(renameColumn(renameColumn(condition, "t", "a", to), "t", to, "a")).to.equal(condition);
  });

  it("renames any literal where no type is given", () => {
    expect(renameLiteral("'sad'::mood", "sad", "it's", null)).to.equal("'it''s'::mood");
    expect(renameLiteral("'sad'::other", "sad", "ok", { schema: null, name: "mood" })).to.equal("'sad'::other");
    expect(renameLiteral("'sad'::s.mood", "sad", "ok", { schema: "s", name: "mood" })).to.equal("'ok'::s.mood");
    expect(renameLiteral("'sad'::s.mood", "sad", "ok", { schema: null, name: "mood" })).to.equal("'sad'::s.mood");
    expect(renameElement("'{sad, \"sad\", sadder}'", "sad", "ok", null)).to.equal("'{ok, ok, sadder}'");
  });

  it("finds the names and literals of a text", () => {
    expect([...namesIn(`"Odd one" > a and lower(c) in ('x', 'it''s') -- d`)]).to.deep.equal(["Odd one", "a", "c"]);
    expect(literalsIn("c in ('x', 'it''s') /* 'no' */")).to.deep.equal(["'x'", "'it''s'"]);
    expect(quoteText("it's")).to.equal("'it''s'");
  });
});

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
