/** Makes the history tables and brings older ones to today's shape, through the dialect's own code. */

import { Failure } from "../diagnostic/failure.js";
import { type Connection, EngineError } from "../dialect/connection.js";
import type { Dialect, LowerContext } from "../dialect/dialect.js";
import { type DatabaseSchema, emptySchema } from "../model/database-schema.js";
import type { Operation } from "../operation/operation.js";
import { type HistoryFormat, historyFormats, migrationsTable, objectsTable, placed } from "./history-schema.js";

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
  const { quote } = dialect;
  const { transactionalDdl } = dialect.capabilities;
  const objects = placed(dialect, schema, objectsTable);
  // Where DDL commits this may have been stopped at any point. The table of migrations comes last: it says that all is there.
  for (const table of [...after.tables].sort((one) => (one.name === migrationsTable ? 1 : -1))) {
    if (!transactionalDdl && (await tableExists(connection, placed(dialect, schema, table.name)))) continue;
    if (table.name === migrationsTable) {
      await connection.query(`DELETE FROM ${objects}`);
      await connection.query(
        `INSERT INTO ${objects} (${quote("authored_hash")}, ${quote("catalog_hash")}) VALUES (?, ?)`,
        [formatMark, String(format.version)],
      );
    }
    const create: Operation = { verb: "create", noun: "table", on: { schema }, after: table };
    await run(dialect, connection, [create], { ...after, tables: [] }, { ...after, tables: [table] });
  }
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
    const operations: Operation[] = [];
    for (const operation of format.change(before, after))
      if (dialect.capabilities.transactionalDdl || !(await isDone(dialect, connection, operation)))
        operations.push(operation);
    await run(dialect, connection, operations, before, after);
    const { quote } = dialect;
    await connection.query(
      `UPDATE ${placed(dialect, schema, objectsTable)} SET ${quote("catalog_hash")} = ? WHERE ${quote("authored_hash")} = ?`,
      [String(format.version), formatMark],
    );
  }
}

/** An upgrade that was stopped may have added a column already; to alter one again does no harm. */
async function isDone(dialect: Dialect, connection: Connection, operation: Operation): Promise<boolean> {
  if (operation.verb !== "create" || operation.noun !== "column") return false;
  const { on, after } = operation;
  try {
    await connection.query(
      `SELECT ${dialect.quote(after.name)} FROM ${placed(dialect, on.schema, on.name)} WHERE 1 = 0`,
    );
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
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
    using: () => null,
    version: connection.version,
  };
  for (const step of dialect.lower(operations, before, after, context))
    for (const { sql } of step.statements) await connection.execute(sql);
}

/**
 * There is no portable catalog to ask. What engines answer to a query on a missing table: a code for it or for its
 * missing namespace, or just words. Everything else (no right to read it, say) is an error.
 */
const missing = new Set(["42P01", "ER_NO_SUCH_TABLE", "ER_BAD_DB_ERROR"]);
const missingColumn = new Set(["42703", "ER_BAD_FIELD_ERROR"]);

/** The engine says that a table or a column is not there. */
export function isMissing({ code, message }: EngineError): boolean {
  return missing.has(code) || missingColumn.has(code) || /no such (?:table|column)/.test(message);
}

export async function tableExists(connection: Connection, quoted: string): Promise<boolean> {
  try {
    await connection.query(`SELECT 1 FROM ${quoted} WHERE 1 = 0`);
    return true;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (missing.has(error.code) || /no such table/.test(error.message)) return false;
    throw error;
  }
}
