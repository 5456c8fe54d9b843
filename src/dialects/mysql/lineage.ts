/** Where each table and column of the moment stood before the first operation: that is where guards are asked. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { formatName, type ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";

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
}

/** By the name of the moment; a table that is not here is new, and has no rows to ask for. */
export type Lineage = ReadonlyMap<string, TableOrigin>;

export function lineageOf(schema: DatabaseSchema): Lineage {
  return new Map(schema.tables.map((table) => [formatName(table), originOf(table)]));
}

export function originOf(table: TableSchema): TableOrigin {
  return { table, columns: new Map(table.columns.map((column) => [column.name, { column, values: [] }])) };
}

export function originIn(lineage: Lineage, table: ObjectName): TableOrigin | null {
  return lineage.get(formatName(table)) ?? null;
}

export function follow(lineage: Lineage, operation: Operation): Lineage {
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
      if (origin === null || operation.verb === "alter" || operation.verb === "create") return lineage;
      return new Map(lineage).set(formatName(operation.on), followInTable(origin, operation));
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
