/**
 * Pairs of texts that PostgreSQL reads alike, and pairs that it does not. The server is the oracle: it is shown both
 * texts and prints them; canonical tokens may fail to see that two are equal, but must never call different ones equal.
 */

import { expect } from "chai";
import { canonicalExpression, type ExpressionContext } from "../../../src/dialects/postgres/expressions.js";
import { parseType } from "../../../src/dialects/postgres/types.js";
import { connect, server } from "../../support/servers.js";

const columns: Readonly<Record<string, string>> = {
  id: "integer",
  big: "bigint",
  small: "smallint",
  price: "numeric(12,2)",
  ratio: "double precision",
  share: "real",
  name: "character varying(80)",
  code: "character(3)",
  note: "text",
  flag: "boolean",
  day: "date",
  at: "timestamp with time zone",
  data: "jsonb",
  tags: "text[]",
  role: "user_role",
  user: "text",
  Mixed: "text",
};

const context: ExpressionContext = {
  table: "t",
  columns: new Map(Object.entries(columns).map(([name, type]) => [name, parseType(type)])),
  defaultOf: null,
};

/** An author's check; the catalog's print of it must be seen as equal without asking. */
const checks = [
  "id > 0",
  "id >= 0 and id < 100",
  "(id > 0 and big > 0) and price > 0",
  "id > 0 or big > 0 and small > 0",
  "not (id > 0)",
  "not id > 0 and flag",
  "id <> -1",
  "id != 1",
  "price >= 0",
  "price > -1",
  "price between 0 and 99.5",
  "id not between 1 and 5",
  "ratio > 0.5",
  "share < 1",
  "name <> ''",
  "name = 'it''s'",
  "length(name) > 1",
  "lower(name) = name",
  "upper(note) <> note",
  "name like '%@%'",
  "note not like 'a%'",
  "note ilike 'b%'",
  "name ~ '^[a-z]+$'",
  "name !~* 'x'",
  "name in ('draft', 'live')",
  "name in ('draft')",
  "note in ('draft', 'live')",
  "note not in ('draft', 'live')",
  "id in (1, 2, 3)",
  "big in (1, 2)",
  "price in (1, 2.5)",
  "role in ('guest', 'admin')",
  "role <> 'guest'",
  "role = 'guest' or role = 'admin'",
  "day > '2020-01-01'",
  "day >= date '2020-01-01'",
  "at > '2020-01-01 00:00:00+00'",
  "note is not null",
  "flag is true",
  "flag is not true",
  "note is distinct from name",
  "id is not distinct from small",
  "coalesce(note, '') <> ''",
  "coalesce(name, 'x') <> 'y'",
  "data ->> 'kind' = 'a'",
  "data -> 'a' ->> 'b' = 'c'",
  "data ? 'kind'",
  "cast(id as text) = '1'",
  "id::text = '1'",
  "id + small * 2 > 7",
  "(id + small) * 2 > 7",
  "id - small - 1 > 0",
  "-id < 5",
  "- price < 5",
  "id % 2 = 0",
  "price * 2 > 10",
  "case when flag then id > 0 else id < 0 end",
  "case id when 1 then flag else not flag end",
  "\"user\" <> ''",
  "\"Mixed\" <> ''",
  "t.id > 0",
  "tags[1] = 'a'",
  "note collate \"C\" > 'a'",
  "E'a\\\\b' = note",
  "$$dollar$$ = note",
  "id > 0 -- with a comment",
  "id/* comment */>0",
  "starts_with(note, 'a')",
  "date_trunc('day', at) = at",
  "id isnull",
  "id notnull",
];

/** Pairs that mean something else, each near a rule. */
const different: readonly (readonly [string, string])[] = [
  ["id > 0", "id >= 0"],
  ["id > 0 and big > 0", "id > 0 or big > 0"],
  ["(id > 0 or big > 0) and small > 0", "id > 0 or big > 0 and small > 0"],
  ["not (flag and id > 0)", "not flag and id > 0"],
  ["id - (small - 1) > 0", "id - small - 1 > 0"],
  ["(id + small) * 2 > 7", "id + small * 2 > 7"],
  ["-(id + small) > 0", "-id + small > 0"],
  ["id <> -1", "id <> 1"],
  ["id = -1", "id = - -1"],
  ["\"user\" <> ''", "user <> ''"],
  ['"Mixed" = note', "note = note"],
  ["note = 'A'", "note = 'a'"],
  ["note = 'a b'", "note = 'a  b'"],
  ["name = 'a'", "name = 'a'::character(3)"],
  ["name::character varying(2) = 'a'", "name = 'a'"],
  ["id::text = '1'", "id = '1'"],
  ["id::bigint = 1", "id = 1"],
  ["code::text = 'a'", "code = 'a'"],
  ["name in ('a', 'b')", "name in ('a', 'c')"],
  ["name in ('a', 'b')", "name not in ('a', 'b')"],
  ["id in (1, 2)", "id in (2, 1)"],
  ["note like 'a%'", "note ilike 'a%'"],
  ["note like 'a%'", "note not like 'a%'"],
  ["note ~ 'a'", "note ~* 'a'"],
  ["id between 1 and 5", "id not between 1 and 5"],
  ["flag is true", "flag is not false"],
  ["note is null", "note is not null"],
  ["note is distinct from name", "note <> name"],
  ["coalesce(note, '') <> ''", "coalesce(note, 'x') <> ''"],
  ["data ->> 'a' = 'b'", "data ->> 'b' = 'b'"],
  ["data -> '1' is null", "data -> 1 is null"],
  ["day > '2020-01-01'", "day > '2020-01-02'"],
  ["note collate \"C\" > 'a'", "note collate \"POSIX\" > 'a'"],
  ["note collate \"C\" > 'a'", "note > 'a'"],
  ["case when flag then id > 0 else id < 0 end", "case when flag then id < 0 else id > 0 end"],
  ["case when flag then id > 0 end", "case when flag then id > 0 else false end"],
  ["price > 1", "price > 1.0"],
  ["price / 3 * 2 > 1", "price / (3 * 2) > 1"],
  ["now() > at", "current_timestamp > at"],
  ["tags[1] = 'a'", "tags[2] = 'a'"],
  ["E'a\\nb' = note", "'a\\nb' = note"],
  ["length(name) > 1", "octet_length(name) > 1"],
  ["lower(name) = name", "upper(name) = name"],
];

/** Column, author's default. */
const defaults: readonly (readonly [string, string])[] = [
  ["id", "0"],
  ["id", "-1"],
  ["big", "0"],
  ["price", "0"],
  ["price", "-1.5"],
  ["price", "'0'::numeric"],
  ["ratio", "0.5"],
  ["name", "'draft'"],
  ["name", "''"],
  ["code", "'abc'"],
  ["note", "'it''s'"],
  ["note", "'C:\\temp'"],
  ["note", "user"],
  ["flag", "true"],
  ["flag", "FALSE"],
  ["day", "current_date"],
  ["day", "'2026-11-22'"],
  ["at", "now()"],
  ["at", "current_timestamp"],
  ["data", "'{}'"],
  ["tags", "'{}'"],
  ["role", "'guest'"],
  ["note", "lower('X')"],
  ["id", "(1 + 2)"],
];

const differentDefaults: readonly (readonly [column: string, string, string])[] = [
  ["id", "0", "1"],
  ["id", "-1", "1"],
  ["name", "'a'", "'b'"],
  ["name", "'abc'", "'abc'::character varying(2)"],
  ["note", "'abc'", "'abc'::character(2)"],
  ["at", "now()", "current_timestamp"],
  ["note", "user", "'user'"],
  ["role", "'guest'", "'admin'"],
];

describe("expressions as PostgreSQL reads them", () => {
  let query: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  let close = async () => {};

  before(async () => {
    const admin = await connect("postgres15", (await server("postgres15")).url);
    query = (sql) => admin.query(sql);
    close = () => admin.close();
    await query("create type pg_temp.user_role as enum ('guest', 'member', 'admin')");
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
    await query(`create temporary table t (${list.join(", ")})`);
  });
  after(() => close());

  async function printCheck(sql: string): Promise<string> {
    await query(`alter table t add constraint c check (${sql}\n)`);
    const [row] = await query("select pg_get_expr(conbin, conrelid) as text from pg_constraint where conname = 'c'");
    await query("alter table t drop constraint c");
    return String(row?.text);
  }

  async function printDefault(column: string, sql: string): Promise<string> {
    await query(`alter table t alter column "${column}" set default ${sql}`);
    const [row] = await query(
      "select pg_get_expr(adbin, adrelid) as text from pg_attrdef where adrelid = 't'::regclass",
    );
    await query(`alter table t alter column "${column}" drop default`);
    return String(row?.text);
  }

  const canonical = (sql: string) => canonicalExpression(sql, context);
  const canonicalDefault = (column: string, sql: string) =>
    canonicalExpression(sql, { ...context, defaultOf: context.columns.get(column) ?? null });

  for (const sql of checks)
    it(`sees the catalog's print of: ${sql}`, async () => {
      expect(canonical(await printCheck(sql))).to.equal(canonical(sql));
    });

  for (const [a, b] of different)
    it(`tells apart: ${a} | ${b}`, async () => {
      const [printedA, printedB] = [await printCheck(a), await printCheck(b)];
      expect(printedA).not.to.equal(printedB);
      for (const [one, other] of [
        [a, b],
        [a, printedB],
        [printedA, b],
        [printedA, printedB],
      ] as const)
        expect(canonical(one)).not.to.equal(canonical(other));
    });

  for (const [column, sql] of defaults)
    it(`sees the catalog's print of: ${column} = ${sql}`, async () => {
      expect(canonicalDefault(column, await printDefault(column, sql))).to.equal(canonicalDefault(column, sql));
    });

  for (const [column, a, b] of differentDefaults)
    it(`tells apart: ${column} = ${a} | ${b}`, async () => {
      const [printedA, printedB] = [await printDefault(column, a), await printDefault(column, b)];
      for (const [one, other] of [
        [a, b],
        [a, printedB],
        [printedA, b],
        [printedA, printedB],
      ] as const)
        expect(canonicalDefault(column, one)).not.to.equal(canonicalDefault(column, other));
    });

  it("no two of all these texts are called equal unless the server prints them alike", async () => {
    const texts = [...new Set([...checks, ...different.flat()])];
    const printed = new Map<string, string>();
    for (const text of texts) printed.set(text, await printCheck(await printCheck(text)));
    const byCanonical = new Map<string, string>();
    for (const text of texts) {
      const twin = byCanonical.get(canonical(text));
      if (twin !== undefined) expect(printed.get(text), `${text} | ${twin}`).to.equal(printed.get(twin));
      byCanonical.set(canonical(text), text);
    }
  });
});
