/** Remembers which texts an engine found equal, so that it need not be asked again. */

import type { Connection } from "../dialect/connection.js";
import type { Dialect, KnownPairs } from "../dialect/dialect.js";
import { shortHash } from "./hashes.js";
import { objectsTable, placed } from "./history-schema.js";
import { tableExists } from "./history-tables.js";

/** All pairs in one query; none where covet has not yet been at work. */
export async function readKnownPairs(
  dialect: Dialect,
  connection: Connection,
  schema: string | null = null,
): Promise<KnownPairs> {
  const pairs = await readPairs(dialect, connection, placed(dialect, schema, objectsTable));
  return { has: (authored, catalog) => pairs.has(pairOf(authored, catalog)) };
}

/** Does nothing on a database without history: looking must not create it. */
export async function rememberPairs(
  dialect: Dialect,
  connection: Connection,
  learned: readonly (readonly [authored: string, catalog: string])[],
  schema: string | null = null,
): Promise<void> {
  if (learned.length === 0) return;
  const { quote } = dialect;
  const table = placed(dialect, schema, objectsTable);
  if (!(await tableExists(connection, table))) return;
  const known = await readPairs(dialect, connection, table);
  for (const [authored, catalog] of learned) {
    const pair = pairOf(authored, catalog);
    if (known.has(pair)) continue;
    known.add(pair);
    await connection.query(`INSERT INTO ${table} (${quote("authored_hash")}, ${quote("catalog_hash")}) VALUES (?, ?)`, [
      shortHash([authored]),
      shortHash([catalog]),
    ]);
  }
}

async function readPairs({ quote }: Dialect, connection: Connection, table: string): Promise<Set<string>> {
  if (!(await tableExists(connection, table))) return new Set();
  const rows = await connection.query(
    `SELECT ${quote("authored_hash")} AS authored, ${quote("catalog_hash")} AS printed FROM ${table}`,
  );
  return new Set(rows.map((row) => `${row.authored} ${row.printed}`));
}

function pairOf(authored: string, catalog: string): string {
  return `${shortHash([authored])} ${shortHash([catalog])}`;
}
