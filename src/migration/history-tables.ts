/** Makes the history tables and brings older ones to today's shape, through the dialect's own code. */

import { Failure } from "../diagnostic/failure.js";
import type { Connection } from "../dialect/connection.js";
import type { Dialect, LowerContext } from "../dialect/dialect.js";
import { type DatabaseSchema, emptySchema } from "../model/database-schema.js";
import type { Operation } from "../operation/operation.js";
import { type HistoryFormat, historyFormats, objectsTable, placed } from "./history-schema.js";

/** The row of `_covet_objects` that says which shape the tables have; its other column is the version. */
const formatMark = "format";

/** `schema`: where, null for the default; made when it is not there. `formats` is given by tests only. */
export async function createHistory(
  dialect: Dialect,
  connection: Connection,
  schema: string | null = null,
  formats: readonly HistoryFormat[] = historyFormats,
): Promise<void> {
  const format = formats.at(-1);
  if (format === undefined) return;
  if (schema !== null) await createNamespace(dialect, connection, schema);
  const after = schemaOf(dialect, format, schema);
  const operations = after.tables.map(
    (table): Operation => ({ verb: "create", noun: "table", on: { schema }, after: table }),
  );
  await run(dialect, connection, operations, { ...after, tables: [] }, after);
  const { quote } = dialect;
  await connection.query(
    `INSERT INTO ${placed(dialect, schema, objectsTable)} (${quote("authored_hash")}, ${quote("catalog_hash")}) VALUES (?, ?)`,
    [formatMark, String(format.version)],
  );
}

async function createNamespace(dialect: Dialect, connection: Connection, name: string): Promise<void> {
  const { schema: live } = await dialect.introspect(connection, { namespaces: [name], unmanaged: [] });
  if (live.namespaces.some((namespace) => namespace.name === name)) return;
  const after = { name, comment: null };
  const schema = { ...emptySchema, namespaces: [after] };
  await run(dialect, connection, [{ verb: "create", noun: "namespace", on: null, after }], emptySchema, schema);
}

/** Throws Failure where a newer covet has been at work. */
export async function upgradeHistory(
  dialect: Dialect,
  connection: Connection,
  schema: string | null = null,
  formats: readonly HistoryFormat[] = historyFormats,
): Promise<void> {
  const version = await historyVersion(dialect, connection, schema, formats);
  for (const [at, format] of formats.entries()) {
    const previous = formats[at - 1];
    if (format.version <= version || previous === undefined) continue;
    const before = schemaOf(dialect, previous, schema);
    const after = schemaOf(dialect, format, schema);
    await run(dialect, connection, format.change(before, after), before, after);
    const { quote } = dialect;
    await connection.query(
      `UPDATE ${placed(dialect, schema, objectsTable)} SET ${quote("catalog_hash")} = ? WHERE ${quote("authored_hash")} = ?`,
      [String(format.version), formatMark],
    );
  }
}

/** Version of the tables that are there. Throws Failure for one that this covet does not know. */
export async function historyVersion(
  dialect: Dialect,
  connection: Connection,
  schema: string | null = null,
  formats: readonly HistoryFormat[] = historyFormats,
): Promise<number> {
  const { quote } = dialect;
  const [row] = await connection.query(
    `SELECT ${quote("catalog_hash")} AS version FROM ${placed(dialect, schema, objectsTable)} WHERE ${quote("authored_hash")} = ?`,
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

function schemaOf(dialect: Dialect, format: HistoryFormat, schema: string | null): DatabaseSchema {
  const namespaces = schema === null ? [] : [{ name: schema, comment: null }];
  const tables = format.tables.map((table) => ({ ...table, schema }));
  return dialect.normalize({ ...emptySchema, namespaces, tables });
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
