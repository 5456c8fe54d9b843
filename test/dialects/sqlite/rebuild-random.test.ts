/**
 * Random databases, written by hand-made SQL, in which a table is made anew and made back: with foreign keys, triggers and
 * views in play, the dump of the sqlite3 client may differ in nothing but the text of that table.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import type { Connection } from "../../../src/dialect/connection.js";
import { sqlite } from "../../../src/dialects/sqlite/dialect.js";
import { noHints } from "../../../src/model/hints.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import { makePlan } from "../../../src/plan/plan.js";
import type { PlannedHalf } from "../../../src/plan/planned.js";
import { checkOf } from "../../support/build.js";
import { sqlite3 } from "../../support/clients.js";
import { Random } from "../../support/random.js";

const numRuns = Number(process.env.COVET_REBUILDS ?? 40);
const scope = { namespaces: [], unmanaged: [] };
const client = await sqlite3();

const names = ["parent", "child", "grand child", 'it\'s "odd"', "order", "größe", "note"];
const actions = ["CASCADE", "SET NULL", "RESTRICT", "NO ACTION", "SET DEFAULT"];

interface Made {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowid: boolean;
}

const q = sqlite.quote;

/** A table that points at earlier ones or itself, with a few rows; some rows point nowhere. */
function table(random: Random, name: string, earlier: readonly Made[]): { made: Made; sql: string[] } {
  const rowid = random.chance(0.75);
  const auto = rowid && random.chance(0.4);
  const key = rowid ? `id INTEGER PRIMARY KEY${auto ? " AUTOINCREMENT" : ""}` : "id integer NOT NULL PRIMARY KEY";
  const columns = [
    key,
    `name text${random.chance(0.4) ? " COLLATE NOCASE" : ""} DEFAULT 'it''s; -- x'`,
    `amount ${random.pick(["decimal(12, 2)", "integer", "real", "blob", ""])}`,
  ];
  const settable = ["id", "name", "amount"];
  const rules: string[] = [];
  for (const target of random.some([...earlier.map((made) => made.name), name], 0, 2)) {
    const column = `${target}_id`;
    settable.push(column);
    columns.push(`${q(column)} integer`);
    const [onDelete, onUpdate] = [random.pick(actions), random.pick(actions)];
    const defer = random.chance(0.2) ? " DEFERRABLE INITIALLY DEFERRED" : "";
    rules.push(
      `FOREIGN KEY (${q(column)}) REFERENCES ${q(target)} (id) ON DELETE ${onDelete} ON UPDATE ${onUpdate}${defer}`,
    );
  }
  if (random.chance(0.5)) columns.push(`twice AS (amount * 2) ${random.pick(["STORED", "VIRTUAL"])}`);
  if (random.chance(0.3)) rules.push("CHECK (length(name) < 1000 OR name <> ';')");
  const sql = [`CREATE TABLE ${q(name)} (${[...columns, ...rules].join(", ")})${rowid ? "" : " WITHOUT ROWID"}`];
  if (random.chance(0.5)) sql.push(`CREATE INDEX ${q(`${name} by name`)} ON ${q(name)} (name, lower(name) DESC)`);
  if (random.chance(0.3))
    sql.push(`CREATE UNIQUE INDEX ${q(`${name} once`)} ON ${q(name)} (id, name) WHERE name IS NOT NULL`);
  for (let row = 0; row < random.int(0, 12); row++) {
    const id = random.chance(0.1) ? -random.int(1, 50) : random.int(1, 400);
    const values = settable.map((column) =>
      column === "id"
        ? String(id)
        : column.endsWith("_id")
          ? random.pick(["NULL", "NULL", "1", "2", "7"])
          : random.pick(["NULL", "1", "-2.5", "'a'", "'A'", "x'00ff'", "'größe 🦆'", "''", "9007199254740993"]),
    );
    sql.push(`INSERT OR IGNORE INTO ${q(name)} (${settable.map(q).join(", ")}) VALUES (${values.join(", ")})`);
  }
  if (auto && random.chance(0.5)) sql.push(`DELETE FROM ${q(name)} WHERE id = (SELECT max(id) FROM ${q(name)})`);
  return { made: { name, columns: settable, rowid }, sql };
}

/** Views over tables and views, triggers on both, and triggers of one table that write to another. */
function programs(random: Random, tables: readonly Made[]): string[] {
  const sql = ["CREATE TABLE journal (what text)"];
  for (const [at, { name }] of tables.entries()) {
    const other = random.pick(tables).name;
    if (random.chance(0.6))
      sql.push(
        `CREATE VIEW ${q(`v ${at}`)} AS SELECT a.id, a.name, b.amount FROM ${q(name)} a LEFT JOIN ${q(other)} b ON b.id = a.id`,
      );
    if (random.chance(0.3) && sql.at(-1)?.startsWith(`CREATE VIEW ${q(`v ${at}`)}`))
      sql.push(
        `CREATE VIEW ${q(`w ${at}`)} AS SELECT name FROM ${q(`v ${at}`)}`,
        `CREATE TRIGGER ${q(`i ${at}`)} INSTEAD OF INSERT ON ${q(`v ${at}`)} BEGIN INSERT INTO ${q(name)} (name) VALUES (new.name); END`,
      );
    for (const event of random.some(["INSERT", "DELETE", "UPDATE OF name"], 0, 3))
      sql.push(
        `CREATE TRIGGER ${q(`t ${at} ${event}`)} ${random.pick(["AFTER", "BEFORE"])} ${event} ON ${q(name)} WHEN 1 = 1 BEGIN
  INSERT INTO journal VALUES ('${event};' || (SELECT count(*) FROM ${q(other)}));
  UPDATE ${q(other)} SET amount = amount WHERE id = ${event === "DELETE" ? "old" : "new"}.id AND 0;
END`,
      );
  }
  return sql;
}

type Change = (table: TableSchema) => TableSchema;

const onColumn =
  (name: string, fields: Partial<TableSchema["columns"][number]>): Change =>
  (made) => ({
    ...made,
    columns: made.columns.map((column) => (column.name === name ? { ...column, ...fields } : column)),
  });

/** Changes that only a table made anew can have, and that no row stands against. */
const changes: readonly Change[] = [
  onColumn("name", { default: { sql: "'other'" } }),
  onColumn("name", { default: null, collation: "rtrim" }),
  onColumn("amount", { default: { sql: "0" } }),
  (made) => ({ ...made, constraints: [...made.constraints, checkOf("id is not null", { name: "has id" })] }),
  (made) => ({ ...made, constraints: made.constraints.filter(({ kind }) => kind !== "check") }),
  (made) => ({ ...made, constraints: made.constraints.filter(({ kind }) => kind !== "foreignKey") }),
  (made) => ({
    ...made,
    constraints: made.constraints.map((rule) =>
      rule.kind === "foreignKey" ? { ...rule, onDelete: rule.onDelete === "cascade" ? "restrict" : "cascade" } : rule,
    ),
  }),
];

async function run(connection: Connection, half: PlannedHalf): Promise<void> {
  expect(half.irreversible).equal(null);
  await connection.begin();
  try {
    for (const { sql } of half.steps.flatMap(({ statements }) => statements)) await connection.execute(sql);
    await connection.commit();
  } finally {
    await connection.rollback();
  }
}

async function struck(connection: Connection, half: PlannedHalf): Promise<boolean> {
  for (const { query } of half.steps.flatMap(({ statements }) => statements.flatMap(({ guards }) => guards)))
    if ((await connection.query(query)).length > 0) return true;
  return false;
}

/** What the client makes of the file: everything but the texts of `tables`, and those by themselves. */
function dump(file: string, tables: ReadonlySet<string>): { rest: string[]; own: string[] } {
  const query = `SELECT name || char(31) || replace(sql, char(10), char(30)) FROM sqlite_schema WHERE sql NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY 1`;
  const objects = ask(file, query).split("\n").filter(Boolean);
  const isOwn = (line: string) => tables.has(line.split("\u001f")[0] ?? "");
  // The rowid of a line of sqlite_sequence means nothing.
  const rows = ask(file, ".dump --preserve-rowids --data-only")
    .split("\n")
    .map((line) => line.replace(/^(INSERT INTO sqlite_sequence\(\w+,name,seq\) VALUES\()\d+/, "$1-"))
    .sort();
  return { rest: [...objects.filter((line) => !isOwn(line)), ...rows], own: objects.filter(isOwn) };
}

function ask(file: string, command: string): string {
  return execFileSync(client, [file, command], { encoding: "utf8", maxBuffer: 1 << 28 });
}

describe("sqlite: random tables made anew", function () {
  this.timeout(1_200_000);

  it("leave the rest of the file as it was, forward and backward", async () => {
    let [rebuilt, rows, stopped] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
        const random = new Random(seed);
        const folder = mkdtempSync(join(tmpdir(), "covet-rebuilds-"));
        const file = join(folder, "a b.db");
        const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
        const connection = await sqlite.connect({ ...options, url: `sqlite:${file}` });
        try {
          const tables: Made[] = [];
          await connection.execute("PRAGMA foreign_keys = OFF");
          for (const name of random.some(names, 2, 4)) {
            const { made, sql } = table(random, name, tables);
            tables.push(made);
            for (const text of sql) await connection.execute(text);
          }
          for (const text of programs(random, tables)) await connection.execute(text);
          await connection.execute("PRAGMA foreign_keys = ON");

          const { schema } = await sqlite.introspect(connection, scope);
          const chosen = new Set(random.some(tables, 1, 2).map(({ name }) => name));
          const change = (made: TableSchema) =>
            random.some(changes, 1, 3).reduce((changed, next) => next(changed), made);
          const after = {
            ...schema,
            tables: schema.tables.map((made) => (chosen.has(made.name) ? change(made) : made)),
          };
          const input = { dialect: sqlite, connection, after, hints: noHints, scope, known: { has: () => false } };
          const [migration, ...more] = (await makePlan(input)).plan.migrations;
          expect(more).deep.equal([]);
          if (migration === undefined) return;
          rebuilt += migration.forward.steps.filter(({ kind }) => kind === "REBUILD_TABLE").length;
          // Each table is made anew once, however much of it changes.
          expect(new Set(migration.forward.steps.map(({ object }) => object)).size).equal(
            migration.forward.steps.length,
          );

          const first = dump(file, chosen);
          rows += first.rest.filter((line) => line.startsWith("INSERT")).length;
          await run(connection, migration.forward);
          const there = dump(file, chosen);
          expect(there.rest).deep.equal(first.rest);
          expect((await makePlan(input)).plan.migrations).deep.equal([]);
          // A key that was dropped over rows that point nowhere cannot come back over them: the guard says so.
          if (await struck(connection, migration.backward)) {
            await run(connection, migration.backward).then(
              () => expect.fail("a guard stood in the way for nothing"),
              (error: Error) => expect(error.message).match(/point to rows that do not exist/),
            );
            expect(dump(file, chosen)).deep.equal(there);
            stopped++;
            return;
          }
          await run(connection, migration.backward);
          const back = dump(file, chosen);
          expect(back.rest).deep.equal(first.rest);
          expect((await sqlite.introspect(connection, scope)).schema.tables.map(canonicalTable).sort()).deep.equal(
            schema.tables.map(canonicalTable).sort(),
          );
          await run(connection, migration.forward);
          expect(dump(file, chosen)).deep.equal(there);
          await run(connection, migration.backward);
          expect(dump(file, chosen)).deep.equal(back);
        } finally {
          await connection.close();
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns },
    );
    expect(rebuilt).above(numRuns / 2);
    expect(rows).above(numRuns);
    expect(stopped).below(numRuns / 4);
  });
});

function canonicalTable(made: TableSchema): string {
  return JSON.stringify({ ...made, constraints: made.constraints.map((rule) => JSON.stringify(rule)).sort() });
}
