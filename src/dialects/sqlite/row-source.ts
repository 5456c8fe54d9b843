/** The rows of now in the shape of later: what a guard reads where columns were renamed or are new. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { renamedValue } from "./enums.js";
import type { Lineage, TableOrigin } from "./lineage.js";
import { quote } from "./syntax.js";

/**
 * What to select from so that these columns of `table` have the names of the moment; null for a table that is new. A new
 * column has its default, a computed one is computed.
 */
export function sourceOf(table: TableSchema, lineage: Lineage, names: readonly string[]): string | null {
  const origin = lineage.get(table.name);
  if (origin === undefined) return null;
  const wanted = table.columns.filter(({ name }) => names.includes(name));
  if (wanted.every((column) => isUntouched(column, origin))) return quote(origin.table.name);
  const computed = wanted.filter((column) => column.generated !== null && !isUntouched(column, origin));
  const plain = computed.length > 0 ? table.columns.filter(({ generated }) => generated === null) : wanted;
  const list = plain.map((column) => `${valueSql(column, origin)} AS ${quote(column.name)}`).join(", ");
  const inner = `(SELECT ${list} FROM ${quote(origin.table.name)})`;
  if (computed.length === 0) return inner;
  const more = computed.map(({ name, generated }) => `(${generated?.expression.sql}) AS ${quote(name)}`).join(", ");
  return `(SELECT *, ${more} FROM ${inner})`;
}

/** A new column without a default: no row has anything in it. */
export function isEmpty(table: TableSchema, lineage: Lineage, name: string): boolean {
  const column = table.columns.find((candidate) => candidate.name === name);
  const origin = lineage.get(table.name);
  const isNew = origin?.columns.has(name) === false && !origin.made.has(name);
  return isNew && column !== undefined && column.default === null && column.generated === null;
}

/** Same name, same values. */
function isUntouched(column: ColumnSchema, origin: TableOrigin): boolean {
  const first = origin.columns.get(column.name);
  if (origin.made.has(column.name)) return false;
  if (first === undefined || first.column.name !== column.name || first.values.length > 0) return false;
  return JSON.stringify(first.column.generated) === JSON.stringify(column.generated);
}

function valueSql(column: ColumnSchema, origin: TableOrigin): string {
  const made = origin.made.get(column.name);
  if (made !== undefined) return `(${made})`;
  const first = origin.columns.get(column.name);
  if (first === undefined) return column.default === null ? "NULL" : `(${column.default.sql})`;
  const { name } = first.column;
  return first.values.length === 0 ? quote(name) : renamedValue(name, first.values);
}
