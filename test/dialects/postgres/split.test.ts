/** Statements are cut where psql cuts them: psql runs a text and prints what each gives, then its pieces are run alone. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import type { Connection } from "../../../src/dialect/connection.js";
import { postgres } from "../../../src/dialects/postgres/dialect.js";
import { psql } from "../../support/clients.js";
import { run } from "../../support/servers/command.js";
import { server } from "../../support/servers.js";

const text = fc.string({ unit: fc.constantFrom(..."ab;'\"$-/*\\()\n €🦆".split("")), maxLength: 8 });
const quoted = (sql: string) => sql.replaceAll("'", "''");

/** Values that hold what looks like the end of a statement, a string or a comment. */
const value = fc.oneof(
  text.map((inner) => `'${quoted(inner)}'`),
  text.map((inner) => `E'${quoted(inner.replaceAll("\\", "\\\\"))}\\';\\\\'`),
  text.map((inner) => `$$${inner.replaceAll("$", "")}$$`),
  text.map((inner) => `$a_1$${inner}; $$ ; $a_$ ;$a_1$`),
  text.map(
    (inner) =>
      `(select "x;${inner.replaceAll('"', '""')}" from (select 1 as "x;${inner.replaceAll('"', '""')}") s)::text`,
  ),
  fc.constantFrom("B'101'::text", "(1.5e3)::text", "(array[1, 2])[1]::text", "case when true then 'a' end"),
  fc.constantFrom("'{\"a\": 1}'::jsonb ->> 'a'", "(3 - -1)::text", "(not false)::text", "coalesce(null, ';')"),
);
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(" ", "\n", "\t\r\n ") },
  text.map((inner) => `--${inner.replaceAll("\n", "")}\n`),
  text.map((inner) => `/*${inner.replaceAll("*", "").replaceAll("/", "")}/* ' ; */ " $$ */`),
);
const select = fc
  .tuple(gap, fc.array(fc.tuple(value, gap), { minLength: 1, maxLength: 4 }))
  .map(([first, values]) => `select${first}md5(concat(${values.map(([sql, after]) => sql + after).join(",")}))`);
const routine = fc
  .constantFrom(
    "create or replace function pg_temp.f() returns int begin atomic select case when true then 1 else 2 end; select 2; end",
    "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 3; END",
    "create procedure pg_temp.p() begin atomic select 1; end",
    "create function pg_temp.f() returns int language plpgsql as $$ begin return 1; end $$",
    "create function pg_temp.f() returns int return 1 + case when true then 1 end",
  )
  .map((create) => `drop function if exists pg_temp.f(); drop procedure if exists pg_temp.p(); ${create}`);
const rule = fc.constant(
  "create temp table if not exists r (i int); create or replace rule x as on insert to r do also (select 1; select 2)",
);
const statement = fc.oneof({ weight: 6, arbitrary: select }, routine, rule);
const script = fc
  .array(fc.tuple(gap, statement, gap), { minLength: 1, maxLength: 5 })
  .map((list) => list.map(([before, sql, after]) => `${before}${sql}${after};`).join(";"));

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
const scripts = Number(process.env.COVET_SPLIT_RUNS ?? 150);

describe("split", () => {
  let connection: Connection;
  let folder: string;
  let url: string;

  before(async () => {
    url = (await server("postgres15")).url;
    connection = await postgres.connect({ ...options, url });
    folder = await mkdtemp(join(tmpdir(), "covet-split-"));
  });
  after(async () => {
    await connection?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it(`agrees with psql on ${scripts} random scripts`, async () => {
    const all = fc.sample(script, scripts);
    const file = join(folder, "all.sql");
    await writeFile(file, all.map((sql) => `${sql}\n\\echo --\n`).join(""));
    const output = await run(await psql(), ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", file, url]);
    const expected = output.split("--\n").slice(0, -1);
    expect(expected).to.have.length(scripts);
    for (const [at, sql] of all.entries()) {
      const printed: string[] = [];
      for (const piece of postgres.split(sql)) {
        expect(sql.slice(piece.start, piece.end)).to.equal(piece.sql);
        // Of several statements in one piece only the last would give its row: a cut too few shows as well.
        const rows = await connection.query(piece.sql);
        printed.push(...rows.map((row) => `${Object.values(row)[0]}\n`));
      }
      expect(printed.join(""), sql).to.equal(expected[at]);
    }
  });

  it("leaves out comments and empty statements at the edges", () => {
    expect(
      postgres.split(" ;; -- a\n select 1 -- b\n ; /* c; */ ; select 2 /* d */").map(({ sql }) => sql),
    ).to.deep.equal(["select 1", "select 2"]);
  });

  it("gives what is left open as one statement", () => {
    for (const open of ["select 'a; b", "select $x$ ; $y$", 'select "a;', "select 1 /* ;", "select (1; 2"])
      expect(postgres.split(open)).to.have.length(1);
  });
});
