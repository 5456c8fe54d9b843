/** The rows of now in the shape of later: what a guard reads where columns were renamed or are new. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { type Lineage, originIn, type TableOrigin } from "./lineage.js";
import { quote, quoteName } from "./syntax.js";
import { renamedValue } from "./write-enums.js";

/**
 * What to select from so that these columns of `table` have the names of the moment; null for a table that is new. A new
 * column has its default, a computed one is computed.
 */
export function sourceOf(
  table: TableSchema,
  lineage: Lineage,
  names: readonly string[],
  alias: string | null = null,
): string | null {
  const origin = originIn(lineage, table);
  if (origin === null) return null;
  const wanted = table.columns.filter(({ name }) => names.includes(name));
  const as = ` AS ${quote(alias ?? table.name)}`;
  if (wanted.every((column) => isUntouched(column, origin)))
    return `${quoteName(origin.table)}${alias === null ? "" : as}`;
  const computed = wanted.filter((column) => column.generated !== null && !isUntouched(column, origin));
  const plain = computed.length > 0 ? table.columns.filter(({ generated }) => generated === null) : wanted;
  const list = plain.map((column) => `${valueSql(column, origin)} AS ${quote(column.name)}`).join(", ");
  const inner = `(SELECT ${list} FROM ${quoteName(origin.table)})${as}`;
  if (computed.length === 0) return inner;
  const more = computed.map(({ name, generated }) => `(${generated?.expression.sql}) AS ${quote(name)}`).join(", ");
  return `(SELECT ${quote(alias ?? table.name)}.*, ${more} FROM ${inner})${as}`;
}

/** A new column without a default: no row has anything in it. */
export function isEmpty(table: TableSchema, lineage: Lineage, name: string): boolean {
  const column = table.columns.find((candidate) => candidate.name === name);
  const origin = originIn(lineage, table);
  const isNew = origin?.columns.has(name) === false && !origin.made.has(name);
  return isNew && column !== undefined && column.default === null && column.generated === null;
}

/** Same name, same values. */
function isUntouched(column: ColumnSchema, origin: TableOrigin): boolean {
  if (origin.made.has(column.name)) return false;
  const first = origin.columns.get(column.name);
  if (first === undefined || first.column.name !== column.name || first.values.length > 0) return false;
  return JSON.stringify(first.column.generated) === JSON.stringify(column.generated);
}

function valueSql(column: ColumnSchema, origin: TableOrigin): string {
  const made = origin.made.get(column.name);
  if (made !== undefined) return made;
  const first = origin.columns.get(column.name);
  if (first === undefined) return column.default === null ? "NULL" : `(${column.default.sql})`;
  const { name } = first.column;
  return first.values.length === 0 ? quote(name) : renamedValue(quote(name), first.values);
}
