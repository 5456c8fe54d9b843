/** The laws of a dialect on SQLite: what is created is read back, a change can be made and unmade, and rows live through it. */

import { expect } from "chai";
import fc from "fast-check";
import type { Connection, Row } from "../../../src/dialect/connection.js";
import type { Guard } from "../../../src/dialect/statement.js";
import { sqlite } from "../../../src/dialects/sqlite/dialect.js";
import { diff } from "../../../src/diff/diff.js";
import { order } from "../../../src/diff/order.js";
import { type DatabaseSchema, emptySchema } from "../../../src/model/database-schema.js";
import { type Hints, noHints } from "../../../src/model/hints.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import { makePlan } from "../../../src/plan/plan.js";
import type { PlannedHalf } from "../../../src/plan/planned.js";
import { arbitraryChange, arbitrarySchema } from "../../support/arbitrary.js";
import { unordered } from "../../support/operations.js";
import { profile as anyProfile, strictProfile } from "./profile.js";

const numRuns = Number(process.env.COVET_LAW_RUNS ?? 60);
const scope = { namespaces: [], unmanaged: [] };
const unknown = { has: () => false };

async function withDatabase(use: (connection: Connection) => Promise<void>): Promise<void> {
  const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
  const connection = await sqlite.connect({ ...options, url: "sqlite::memory:" });
  try {
    await use(connection);
  } finally {
    await connection.close();
  }
}

async function create(connection: Connection, schema: DatabaseSchema): Promise<void> {
  const context = {
    unmanaged: [],
    texts: new Map(),
    concurrent: () => false,
    using: () => null,
    version: connection.version,
  };
  for (const step of sqlite.lower(order(diff(emptySchema, schema)), emptySchema, schema, context)) {
    expect(step.irreversible).equal(null);
    for (const { sql } of step.statements) await connection.execute(sql);
  }
}

async function run(connection: Connection, half: PlannedHalf): Promise<void> {
  expect(half.irreversible).equal(null);
  await connection.begin();
  try {
    for (const { statements } of half.steps) for (const { sql } of statements) await connection.execute(sql);
    await connection.commit();
  } finally {
    await connection.rollback();
  }
}

/** Of the guards of a half, the kinds that found rows. */
async function struck(connection: Connection, half: PlannedHalf): Promise<Set<Guard["kind"]>> {
  const kinds = new Set<Guard["kind"]>();
  for (const { kind, query } of half.steps.flatMap(({ statements }) => statements.flatMap(({ guards }) => guards))) {
    expect(query).not.match(/\n/);
    if ((await connection.query(`SELECT count(*) AS n FROM (${query})`))[0]?.n !== 0) kinds.add(kind);
  }
  return kinds;
}

async function expectLive(connection: Connection, schema: DatabaseSchema): Promise<void> {
  const live = await sqlite.introspect(connection, scope);
  expect(live.unmanaged).deep.equal([]);
  const settled = await sqlite.settle(live.schema, schema, connection, unknown);
  expect(unordered(settled.schema)).deep.equal(unordered(live.schema));
}

/** Some rows in every table; those that break a rule stay away. */
async function insertRows(connection: Connection, schema: DatabaseSchema): Promise<void> {
  await connection.execute("PRAGMA foreign_keys = OFF");
  for (const table of schema.tables) {
    const columns = table.columns.filter(({ generated }) => generated === null);
    const list = columns.map(({ name }) => sqlite.quote(name)).join(", ");
    for (const n of [1, 2, 3]) {
      const values = columns.map(({ type }) => (type.name === "enum" ? type.args[n % type.args.length] : String(n)));
      await connection
        .execute(`INSERT OR IGNORE INTO ${sqlite.quote(table.name)} (${list}) VALUES (${values.join(", ")})`)
        .catch(() => {});
    }
  }
  for (;;) {
    const orphans = await connection.query("PRAGMA foreign_key_check");
    for (const { table, rowid } of orphans)
      await connection.execute(`DELETE FROM ${sqlite.quote(String(table))} WHERE _rowid_ = ${rowid}`);
    if (orphans.length === 0) break;
  }
  await connection.execute("PRAGMA foreign_keys = ON");
}

async function rowsOf(connection: Connection, schema: DatabaseSchema): Promise<Record<string, Row[]>> {
  const rows: Record<string, Row[]> = {};
  const hidden = (table: TableSchema) => (table.columns.some(({ name }) => /^rowid$/i.test(name)) ? "" : "rowid, ");
  for (const table of schema.tables) {
    const list = table.columns.map(({ name }) => sqlite.quote(name)).sort();
    rows[table.name] = await connection.query(
      `SELECT ${hidden(table)}${list.join(", ")} FROM ${sqlite.quote(table.name)} ORDER BY 1`,
    );
  }
  return rows;
}

for (const [what, profile] of [
  ["sqlite", anyProfile],
  ["sqlite with strict tables", strictProfile],
] as const) {
  describe(`the laws on ${what}`, function () {
    this.timeout(300_000);

    it("introspect(create(normalize(s))) = normalize(s)", async () => {
      await fc.assert(
        fc.asyncProperty(arbitrarySchema(profile, { tables: 5 }), (schema) =>
          withDatabase(async (connection) => {
            const normal = sqlite.normalize(schema);
            await create(connection, normal);
            const live = await sqlite.introspect(connection, scope);
            // Nothing to settle: SQLite stores what is written.
            expect(unordered(live.schema)).deep.equal(unordered(normal));
            expect(sqlite.normalize(normal)).deep.equal(normal);
          }),
        ),
        { numRuns },
      );
    });

    it("forward gives after, a second plan is empty, the way back gives before, and rows live", async () => {
      let [failed, kept, moved] = [0, 0, 0];
      await fc.assert(
        fc.asyncProperty(arbitraryChange(profile, { tables: 4, changes: 6 }), (change) =>
          withDatabase(async (connection) => {
            const { after, hints } = change;
            const before = sqlite.normalize(change.before);
            await create(connection, before);
            await insertRows(connection, before);
            const all: Hints = { ...noHints, renames: hints };
            const input = { dialect: sqlite, connection, after, hints: all, scope, known: unknown };
            const { plan } = await makePlan(input);
            expect(plan.undecided).deep.equal([]);
            expect(plan.migrations.length).most(1);
            const [migration] = plan.migrations;
            if (migration === undefined) return;

            let found = await struck(connection, migration.forward);
            if (found.has("fails")) {
              // A guard that stops a migration for nothing is as bad as one that is missing.
              failed++;
              const refusal = await run(connection, migration.forward).then(
                () => "nothing",
                (error: Error) => error.message,
              );
              expect(refusal).match(/constraint failed|mismatch|cannot store/);
              await expectLive(connection, before);
              await connection.execute("PRAGMA foreign_keys = OFF");
              for (const { name } of before.tables) await connection.execute(`DELETE FROM ${sqlite.quote(name)}`);
              found = await struck(connection, migration.forward);
            }
            const rows = await rowsOf(connection, before);
            await run(connection, migration.forward);
            await expectLive(connection, sqlite.normalize(after));
            const again = await makePlan({ ...input, hints: noHints });
            expect(again.plan.migrations.flatMap(({ forward }) => forward.steps)).deep.equal([]);

            const foundBack = await struck(connection, migration.backward);
            if (foundBack.has("fails")) return;
            await run(connection, migration.backward);
            await expectLive(connection, before);
            if (found.has("loses")) return;
            kept++;
            if (Object.values(rows).some((list) => list.length > 0)) moved++;
            expect(await rowsOf(connection, before)).deep.equal(rows);
          }),
        ),
        { numRuns },
      );
      // The law about rows means something only where there were some.
      expect(moved / numRuns).above(0.2);
      expect(kept).least(moved);
      expect(failed).above(0);
    });
  });
}
