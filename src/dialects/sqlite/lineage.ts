/** Where each table and column of the moment stood before the first operation: that is where guards are asked. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import { renameQualifier, replaceColumns } from "../../sql/rename.js";
import { quote } from "./syntax.js";

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
  /** Columns whose values are made, by the name of the moment: SQL over the table as it stood. */
  readonly made: ReadonlyMap<string, string>;
}

/** By the name of the moment; a table that is not here is new, and has no rows to ask for. */
export type Lineage = ReadonlyMap<string, TableOrigin>;

export function lineageOf(schema: DatabaseSchema): Lineage {
  return new Map(
    schema.tables.map((table) => [
      table.name,
      {
        table,
        columns: new Map(table.columns.map((column) => [column.name, { column, values: [] }])),
        made: new Map<string, string>(),
      },
    ]),
  );
}

/** `made`: how the operation's column gets its values, in names of the moment. */
export function follow(lineage: Lineage, operation: Operation, made: string | null): Lineage {
  if (operation.noun === "table") {
    if (operation.verb === "drop") return without(lineage, operation.before.name);
    return operation.verb === "rename" ? moved(lineage, operation.from, operation.to) : lineage;
  }
  if (operation.noun !== "column" && operation.noun !== "enumValue") return lineage;
  const origin = lineage.get(operation.on.name);
  if (origin === undefined) return lineage;
  const columns = columnsAfter(origin.columns, operation);
  return new Map(lineage).set(operation.on.name, { ...origin, columns, made: madeAfter(origin, operation, made) });
}

function columnsAfter(
  columns: TableOrigin["columns"],
  operation: Extract<Operation, { noun: "column" | "enumValue" }>,
): TableOrigin["columns"] {
  if (operation.noun === "enumValue") {
    const name = operation.on.column ?? "";
    const origin = columns.get(name);
    const rename = { from: operation.from, to: operation.to };
    return origin === undefined
      ? columns
      : new Map(columns).set(name, { ...origin, values: [...origin.values, rename] });
  }
  if (operation.verb === "rename") return moved(columns, operation.from, operation.to);
  return operation.verb === "drop" ? without(columns, operation.before.name) : columns;
}

function madeAfter(
  origin: TableOrigin,
  operation: Extract<Operation, { noun: "column" | "enumValue" }>,
  made: string | null,
): TableOrigin["made"] {
  if (operation.noun === "enumValue") return origin.made;
  if (operation.verb === "rename") return moved(origin.made, operation.from, operation.to);
  if (operation.verb === "drop") return without(origin.made, operation.before.name);
  if (made === null) return origin.made;
  const { name } = operation.on;
  const renamed = [...origin.columns].filter(([now, { column }]) => now !== column.name);
  const first = new Map(renamed.map(([now, { column }]) => [now, quote(column.name)]));
  const sql = renameQualifier(replaceColumns(made, name, first), name, origin.table.name);
  return new Map(origin.made).set(operation.after.name, sql);
}

function without<T>(map: ReadonlyMap<string, T>, key: string): Map<string, T> {
  return new Map([...map].filter(([name]) => name !== key));
}

function moved<T>(map: ReadonlyMap<string, T>, from: string, to: string): Map<string, T> {
  return new Map([...map].map(([name, value]) => [name === from ? to : name, value]));
}
