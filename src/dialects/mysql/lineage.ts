/** Where each table and column of the moment stood before the first operation: that is where guards are asked. */

import type { Using } from "../../dialect/using.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { formatName, type ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import { renameQualifier, replaceColumns } from "../../sql/rename.js";
import { inParens, quote } from "./syntax.js";

/** A value of an enum, and what it is called now. */
export interface ValueRename {
  readonly from: string;
  readonly to: string;
}

export interface ColumnOrigin {
  readonly column: ColumnSchema;
  readonly values: readonly ValueRename[];
}

export interface TableOrigin {
  readonly table: TableSchema;
  /** By the name of the moment; a column that is not here is new. */
  readonly columns: ReadonlyMap<string, ColumnOrigin>;
  /** Columns whose values an author says how to make, by the name of the moment: SQL over the table as it stood. */
  readonly made: ReadonlyMap<string, string>;
}

/** By the name of the moment; a table that is not here is new, and has no rows to ask for. */
export type Lineage = ReadonlyMap<string, TableOrigin>;

export function lineageOf(schema: DatabaseSchema): Lineage {
  return new Map(schema.tables.map((table) => [formatName(table), originOf(table)]));
}

export function originOf(table: TableSchema): TableOrigin {
  const columns = new Map(table.columns.map((column) => [column.name, { column, values: [] }]));
  return { table, columns, made: new Map() };
}

export function originIn(lineage: Lineage, table: ObjectName): TableOrigin | null {
  return lineage.get(formatName(table)) ?? null;
}

/** `using`: how the operation's column gets its values, in names of the moment. */
export function follow(lineage: Lineage, operation: Operation, using: Using | null): Lineage {
  switch (operation.noun) {
    case "namespace":
      return operation.verb === "rename" ? movedAll(lineage, operation.from, operation.to) : lineage;
    case "table": {
      const { schema } = operation.on;
      const key = (name: string) => formatName({ schema, name });
      if (operation.verb === "drop") return without(lineage, key(operation.before.name));
      return operation.verb === "rename" ? moved(lineage, key(operation.from), key(operation.to)) : lineage;
    }
    case "column":
    case "enumValue": {
      const origin = originIn(lineage, operation.on);
      if (origin === null) return lineage;
      const made = madeAfter(origin, operation, using);
      return new Map(lineage).set(formatName(operation.on), { ...followInTable(origin, operation), made });
    }
    default:
      return lineage;
  }
}

/** The same for one table. */
export function followInTable(origin: TableOrigin, operation: Operation): TableOrigin {
  if (operation.noun !== "column" && operation.noun !== "enumValue") return origin;
  return { ...origin, columns: columnsAfter(origin.columns, operation) };
}

function columnsAfter(
  columns: TableOrigin["columns"],
  operation: Extract<Operation, { noun: "column" | "enumValue" }>,
): TableOrigin["columns"] {
  if (operation.noun === "enumValue") {
    const name = operation.on.column ?? "";
    const origin = columns.get(name);
    if (origin === undefined) return columns;
    const rename = { from: operation.from, to: operation.to };
    return new Map(columns).set(name, { ...origin, values: [...origin.values, rename] });
  }
  if (operation.verb === "rename") return moved(columns, operation.from, operation.to);
  return operation.verb === "drop" ? without(columns, operation.before.name) : columns;
}

function madeAfter(
  origin: TableOrigin,
  operation: Extract<Operation, { noun: "column" | "enumValue" }>,
  using: Using | null,
): TableOrigin["made"] {
  if (operation.noun === "enumValue") return origin.made;
  if (operation.verb === "rename") return moved(origin.made, operation.from, operation.to);
  if (operation.verb === "drop") return without(origin.made, operation.before.name);
  if (using === null) return origin.made;
  const { name } = operation.after;
  const texts = new Map(operation.verb === "create" ? [[name, "NULL"]] : []);
  for (const [now, { column }] of origin.columns) if (now !== column.name) texts.set(now, quote(column.name));
  const moment = operation.on.name;
  const sql = renameQualifier(replaceColumns(inParens(using.sql), moment, texts), moment, origin.table.name);
  const own = quote(origin.columns.get(name)?.column.name ?? name);
  return new Map(origin.made).set(name, using.rows === "all" ? sql : `COALESCE(${own}, ${sql})`);
}

function movedAll(lineage: Lineage, from: string, to: string): Lineage {
  const prefix = formatName({ schema: from, name: "" }).slice(0, -2);
  const target = formatName({ schema: to, name: "" }).slice(0, -2);
  return new Map(
    [...lineage].map(([key, origin]) => [key.startsWith(prefix) ? target + key.slice(prefix.length) : key, origin]),
  );
}

function without<T>(map: ReadonlyMap<string, T>, key: string): Map<string, T> {
  return new Map([...map].filter(([name]) => name !== key));
}

function moved<T>(map: ReadonlyMap<string, T>, from: string, to: string): Map<string, T> {
  return new Map([...map].map(([name, value]) => [name === from ? to : name, value]));
}
