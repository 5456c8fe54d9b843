/** The tables covet keeps in each database, as models: every dialect creates them with its own code. */

import type { Dialect } from "../dialect/dialect.js";
import type { ColumnSchema } from "../model/column-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { equal } from "../model/equal.js";
import type { TableSchema } from "../model/table-schema.js";
import type { Operation } from "../operation/operation.js";

export const migrationsTable = "_covet_migrations";
export const objectsTable = "_covet_objects";

/** A history table in SQL; `schema` null is the connection's default schema. */
export function placed({ quote }: Pick<Dialect, "quote">, schema: string | null, table: string): string {
  return schema === null ? quote(table) : `${quote(schema)}.${quote(table)}`;
}

/** One shape of the history tables; each later one says how to come from the shape before it. */
export interface HistoryFormat {
  readonly version: number;
  readonly tables: readonly TableSchema[];
  /** Given both shapes in normal form. */
  readonly change: (before: DatabaseSchema, after: DatabaseSchema) => readonly Operation[];
}

const nothing = { comment: null, settings: [] };

function column(name: string, type: string, size: number | null, nullable: boolean): ColumnSchema {
  return {
    name,
    type: {
      schema: null,
      name: type,
      args: size === null ? [] : [String(size)],
      unsigned: false,
      zerofill: false,
      dimensions: 0,
      raw: false,
    },
    nullable,
    default: null,
    generated: null,
    identity: null,
    collation: null,
    ...nothing,
  };
}

const required = (name: string, type: string, size: number | null = null) => column(name, type, size, false);
const optional = (name: string, type: string, size: number | null = null) => column(name, type, size, true);

const migrations: TableSchema = {
  schema: null,
  name: migrationsTable,
  columns: [
    // The order in which migrations were applied here; rollback goes back along it.
    required("id", "bigint"),
    required("name", "varchar", 255),
    required("app", "varchar", 255),
    required("applied_at", "timestamptz", 3),
    // `applied`, `running` (or killed while running) or `failed`; the last two are resumed.
    required("state", "varchar", 20),
    required("direction", "varchar", 20),
    // `all` or `none`: whether it ran in one transaction.
    required("transaction_kind", "varchar", 20),
    required("statements_total", "int"),
    required("statements_done", "int"),
    // Written before a statement runs; greater than statements_done when nobody saw it end.
    required("statement_started", "int"),
    // Numbers of statements that a resumed rollback has no need to run: `2,3`.
    required("statements_skipped", "text"),
    required("duration_ms", "bigint"),
    required("tool_version", "varchar", 50),
    // Of the migration file.
    required("format_version", "int"),
    required("server_version", "varchar", 100),
    required("hash_statements", "varchar", 16),
    required("hash_text", "varchar", 16),
    // Of the statements that are done: the rest may be edited before resuming.
    required("hash_done", "varchar", 16),
    // What the catalog looked like afterwards, as JSON: object to fingerprint. Only the last row of an app has one.
    optional("picture", "text"),
    optional("error", "text"),
  ],
  constraints: [
    {
      kind: "primaryKey",
      name: "_covet_migrations_pkey",
      columns: ["id"],
      include: [],
      deferrable: "no",
      ...nothing,
    },
    {
      kind: "unique",
      name: "_covet_migrations_app_name",
      columns: ["app", "name"],
      include: [],
      nullsNotDistinct: false,
      deferrable: "no",
      ...nothing,
    },
  ],
  indexes: [],
  ...nothing,
};

const objects: TableSchema = {
  schema: null,
  name: objectsTable,
  columns: [
    optional("object", "text"),
    required("authored_hash", "varchar", 16),
    required("catalog_hash", "varchar", 16),
  ],
  constraints: [
    {
      kind: "primaryKey",
      name: "_covet_objects_pkey",
      columns: ["authored_hash", "catalog_hash"],
      include: [],
      deferrable: "no",
      ...nothing,
    },
  ],
  indexes: [],
  ...nothing,
};

/** MySQL's `text` is too short for the picture of a thousand tables. */
const pictured: TableSchema = {
  ...migrations,
  columns: [
    ...migrations.columns.map((item) => (item.name === "picture" ? optional("picture", "json") : item)),
    // What the statement that was started found before it: the engine's answer to whether it took effect.
    optional("probe", "json"),
  ],
};

/** Oldest first. Columns that come later may be null: until the upgrade, rows are read without them. */
export const historyFormats: readonly HistoryFormat[] = [
  { version: 1, tables: [migrations, objects], change: () => [] },
  { version: 2, tables: [pictured, objects], change: columnChanges },
];

/** Columns that are new, or of another type. */
function columnChanges(before: DatabaseSchema, after: DatabaseSchema): Operation[] {
  return after.tables.flatMap(({ schema, name, columns }) => {
    const on = { schema, name };
    const known = before.tables.find((table) => table.name === name)?.columns ?? [];
    return columns.flatMap((column): Operation[] => {
      const was = known.find((candidate) => candidate.name === column.name);
      if (was === undefined) return [{ verb: "create", noun: "column", on, after: column }];
      return equal(was, column) ? [] : [{ verb: "alter", noun: "column", on, before: was, after: column }];
    });
  });
}
