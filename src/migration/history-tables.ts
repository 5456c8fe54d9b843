/** Makes the history tables and brings older ones to today's shape, through the dialect's own code. */

import { Failure } from "../diagnostic/failure.js";
import type { Connection } from "../dialect/connection.js";
import type { Dialect, LowerContext } from "../dialect/dialect.js";
import { type DatabaseSchema, emptySchema } from "../model/database-schema.js";
import type { Operation } from "../operation/operation.js";
import { type HistoryFormat, historyFormats, objectsTable } from "./history-schema.js";

/** The row of `_covet_objects` that says which shape the tables have; its other column is the version. */
const formatMark = "format";

/** `formats` is given by tests only. */
export async function createHistory(
  dialect: Dialect,
  connection: Connection,
  formats: readonly HistoryFormat[] = historyFormats,
): Promise<void> {
  const format = formats.at(-1);
  if (format === undefined) return;
  const schema = schemaOf(dialect, format);
  const operations = schema.tables.map(
    (table): Operation => ({ verb: "create", noun: "table", on: { schema: null }, after: table }),
  );
  await run(dialect, connection, operations, emptySchema, schema);
  const { quote } = dialect;
  await connection.query(
    `INSERT INTO ${quote(objectsTable)} (${quote("authored_hash")}, ${quote("catalog_hash")}) VALUES (?, ?)`,
    [formatMark, String(format.version)],
  );
}

/** Throws Failure where a newer covet has been at work. */
export async function upgradeHistory(
  dialect: Dialect,
  connection: Connection,
  formats: readonly HistoryFormat[] = historyFormats,
): Promise<void> {
  const version = await historyVersion(dialect, connection, formats);
  for (const [at, format] of formats.entries()) {
    const previous = formats[at - 1];
    if (format.version <= version || previous === undefined) continue;
    const before = schemaOf(dialect, previous);
    const after = schemaOf(dialect, format);
    await run(dialect, connection, format.change(before, after), before, after);
    const { quote } = dialect;
    await connection.query(
      `UPDATE ${quote(objectsTable)} SET ${quote("catalog_hash")} = ? WHERE ${quote("authored_hash")} = ?`,
      [String(format.version), formatMark],
    );
  }
}

/** Version of the tables that are there. Throws Failure for one that this covet does not know. */
export async function historyVersion(
  dialect: Dialect,
  connection: Connection,
  formats: readonly HistoryFormat[] = historyFormats,
): Promise<number> {
  const { quote } = dialect;
  const [row] = await connection.query(
    `SELECT ${quote("catalog_hash")} AS version FROM ${quote(objectsTable)} WHERE ${quote("authored_hash")} = ?`,
    [formatMark],
  );
  const version = Number(row?.version);
  if (formats.some((format) => format.version === version)) return version;
  throw new Failure(
    row === undefined
      ? `${connection.label}: ${objectsTable} does not say which format the history has`
      : `${connection.label}: its history has format ${row.version}; this covet knows up to ${formats.at(-1)?.version}`,
    { hint: "Use the newer covet that worked on this database." },
  );
}

function schemaOf(dialect: Dialect, format: HistoryFormat): DatabaseSchema {
  return dialect.normalize({ ...emptySchema, tables: format.tables });
}

async function run(
  dialect: Dialect,
  connection: Connection,
  operations: readonly Operation[],
  before: DatabaseSchema,
  after: DatabaseSchema,
): Promise<void> {
  const context: LowerContext = {
    unmanaged: [],
    texts: new Map(),
    concurrent: () => false,
    version: connection.version,
  };
  for (const step of dialect.lower(operations, before, after, context))
    for (const { sql } of step.statements) await connection.execute(sql);
}
