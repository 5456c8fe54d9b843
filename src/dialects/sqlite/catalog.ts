/** Reads a live database: four queries whatever its size, the stored SQL for what the pragmas lose, each checked by the other. */

import type { Connection, Row } from "../../dialect/connection.js";
import type { Introspection, Scope, UnmanagedObject } from "../../dialect/dialect.js";
import { unmanagedBy } from "../../dialect/unmanaged.js";
import type { ForeignKeySchema } from "../../model/constraint-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { disagreement } from "./cross-check.js";
import { parseIndex } from "./indexes.js";
import { tableShape } from "./normalize.js";
import { parseTable } from "./parse-table.js";
import { Unreadable } from "./reader.js";
import { fold } from "./syntax.js";

const ordinaryTables =
  "m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL %' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

const queries = {
  objects:
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
  kinds: "SELECT name, type FROM pragma_table_list WHERE schema = 'main'",
  // One row for each table: thousands of small rows cost more than all the rest.
  columns: `SELECT m.name AS "table", json_group_array(json_object('name', c.name, 'type', c.type,
      'notnull', c."notnull", 'pk', c.pk, 'hidden', c.hidden)) AS "rows"
    FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c WHERE ${ordinaryTables} GROUP BY m.rowid`,
  indexes: `SELECT m.name AS "table", json_group_array(json_object('index', i.name, 'unique', i."unique",
      'origin', i.origin, 'partial', i.partial, 'name', c.name, 'cid', c.cid, 'desc', c."desc")) AS "rows"
    FROM sqlite_schema m JOIN pragma_index_list(m.name) i JOIN pragma_index_xinfo(i.name) c
    WHERE ${ordinaryTables} AND c.key = 1 GROUP BY m.rowid`,
};

export async function introspect(connection: Connection, scope: Scope): Promise<Introspection> {
  const objects = await connection.query(queries.objects);
  const kinds = new Map((await connection.query(queries.kinds)).map((row) => [text(row, "name"), text(row, "type")]));
  const columns = unpacked(await connection.query(queries.columns));
  const indexKeys = unpacked(await connection.query(queries.indexes));
  const indexes = grouped(
    objects.filter(({ type }) => type === "index"),
    "tbl_name",
  );
  const texts = new Map(
    objects.filter(({ type }) => type === "index").map((row) => [text(row, "name"), text(row, "sql")]),
  );
  const ours = scopeOf(scope);
  const tables: TableSchema[] = [];
  const unmanaged: UnmanagedObject[] = [];
  // A trigger keeps the name of its table as it was written.
  const declared = new Map([...kinds.keys()].map((name) => [fold(name), name]));
  const spelled = (name: string) => declared.get(fold(name)) ?? name;

  for (const object of objects) {
    const name = text(object, "name");
    if (object.type === "index" || /^_covet_/i.test(name) || /^_covet_/i.test(text(object, "tbl_name"))) continue;
    const on = object.type === "trigger" ? { schema: null, name: spelled(text(object, "tbl_name")) } : null;
    const leave = (kind: string) => unmanaged.push({ schema: null, name, kind, on, sql: text(object, "sql") });
    const kind = object.type === "table" ? (kinds.get(name) ?? "table") : String(object.type);
    if (kind !== "table") leave(kind === "view" || kind === "trigger" ? kind : `${kind} table`);
    else if (!ours(name)) leave("table");
    else {
      try {
        const indexSql = (indexes.get(name) ?? []).map((row) => text(row, "sql"));
        tables.push(readTable(name, text(object, "sql"), indexSql, columns.get(name) ?? [], indexKeys.get(name) ?? []));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        leave(`table covet cannot read (${error.message})`);
      }
    }
  }
  const targets = targetsOf(columns);
  const schema = { namespaces: [], enums: [], domains: [], tables: tables.map((table) => withTargets(table, targets)) };
  return { schema, unmanaged, texts };
}

function readTable(
  name: string,
  sql: string,
  indexSql: readonly string[],
  columns: readonly Row[],
  keys: readonly Row[],
): TableSchema {
  const parsed = parseTable(sql);
  const indexes = indexSql.filter((statement) => statement !== "").map((statement) => parseIndex(statement, parsed));
  const table: TableSchema = { schema: null, name, comment: null, ...parsed, indexes };
  const wrong = disagreement(table, columns, keys);
  if (wrong !== null) throw new Unreadable(wrong);
  return tableShape(table);
}

interface Target {
  readonly name: string;
  /** By folded name. */
  readonly columns: ReadonlyMap<string, string>;
  readonly key: readonly string[];
}

/** Every table a foreign key may point at, ours or not, by folded name. */
function targetsOf(columns: ReadonlyMap<string, readonly Row[]>): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const [name, rows] of columns) {
    const key = rows.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk));
    targets.set(fold(name), {
      name,
      columns: new Map(rows.map((row) => [fold(text(row, "name")), text(row, "name")])),
      key: key.map((row) => text(row, "name")),
    });
  }
  return targets;
}

/** A foreign key names its target in any case, and may leave the columns out: the primary key is meant. */
function withTargets(table: TableSchema, targets: ReadonlyMap<string, Target>): TableSchema {
  const follow = (key: ForeignKeySchema): ForeignKeySchema => {
    const target = targets.get(fold(key.table.name));
    if (target === undefined) return key;
    const references = key.references.map((column) => target.columns.get(fold(column)) ?? column);
    return {
      ...key,
      table: { schema: null, name: target.name },
      references: references.length > 0 ? references : target.key,
    };
  };
  return {
    ...table,
    constraints: table.constraints.map((item) => (item.kind === "foreignKey" ? follow(item) : item)),
  };
}

/** Whether covet looks after a table: not one that is declared unmanaged or fits a pattern such as `legacy_*`. */
function scopeOf(scope: Scope): (table: string) => boolean {
  const isUnmanaged = unmanagedBy(scope.unmanaged, fold);
  return (table) => !isUnmanaged({ schema: null, name: table });
}

function unpacked(rows: readonly Row[]): Map<string, Row[]> {
  return new Map(rows.map((row) => [text(row, "table"), JSON.parse(text(row, "rows"))]));
}

function grouped(rows: readonly Row[], key: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(text(row, key));
    if (group === undefined) groups.set(text(row, key), [row]);
    else group.push(row);
  }
  return groups;
}

function text(row: Row, key: string): string {
  const value = row[key];
  return typeof value === "string" ? value : "";
}
