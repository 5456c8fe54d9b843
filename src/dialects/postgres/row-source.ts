/** The rows as they are before the migration, in the shape a new rule will see: what a guard reads. */

import type { ColumnSchema, ColumnType } from "../../model/column-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { usingText } from "./conversions.js";
import { columnsIn, isConstantDefault } from "./expressions.js";
import { oneLine } from "./guards.js";
import { findTable, type State } from "./lowering.js";
import { quote, quoteName } from "./syntax.js";
import { isBuiltin, typeText } from "./types.js";

/**
 * What to select from so that these columns of the table have the names they have now; null where there are no such
 * rows, or no telling what will be in them. Without an alias the rows go by the table's own name.
 */
export function rowSource(
  on: ObjectName,
  columns: Iterable<string>,
  state: State,
  alias: string | null = null,
): string | null {
  const [table, start] = [findTable(state.after, on), state.start.table(on)];
  const wanted = new Set(columns);
  if (start === null) return null;
  // A table that is not covet's keeps its columns.
  const same = table === null || state.start.unchanged(on, wanted);
  const rows = same ? quoteName(start) : selection(table, wanted, start, state);
  if (rows === null) return null;
  if (alias !== null) return `${rows} ${alias}`;
  return same && start.name === on.name ? rows : `${rows} AS ${quote(on.name)}`;
}

function selection(table: TableSchema, wanted: ReadonlySet<string>, start: ObjectName, state: State): string | null {
  const startName = ({ name }: ColumnSchema) => state.start.column(table, name);
  const isComputed = (column: ColumnSchema) => column.generated !== null && startName(column) === null;
  const used = table.columns.filter(({ name }) => wanted.has(name));
  const computed = used.filter(isComputed);
  const texts = computed.map(({ generated }) => generated?.expression.sql ?? "").join(" ");
  const names = new Set([
    ...wanted,
    ...columnsIn(
      texts,
      table.columns.map(({ name }) => name),
    ),
  ]);
  const plain = table.columns.filter((column) => names.has(column.name) && !isComputed(column));
  const values = plain.map((column) => {
    const [name, made] = [startName(column), state.start.made(table, column.name)];
    const value =
      made !== null
        ? madeValue(column, made.value)
        : name === null
          ? newValue(column)
          : oldValue(column, name, state.start.type(table, column.name));
    return value === null || value === quote(column.name) ? value : `${value} AS ${quote(column.name)}`;
  });
  const more = computed.map(({ name, generated }) => {
    const text = oneLine(generated?.expression.sql ?? "");
    return text === null ? null : `(${text}) AS ${quote(name)}`;
  });
  if ([...values, ...more].includes(null)) return null;
  const rows = `(SELECT ${values.join(", ")} FROM ${quoteName(start)})`;
  return more.length === 0 ? rows : `(SELECT *, ${more.join(", ")} FROM ${rows} AS ${quote(table.name)})`;
}

/** A new column without a value: no row has anything in it. */
export function isEmpty(on: ObjectName, name: string, state: State): boolean {
  const column = findTable(state.after, on)?.columns.find((candidate) => candidate.name === name);
  if (column === undefined || state.start.column(on, name) !== null || state.start.made(on, name) !== null)
    return false;
  return column.default === null && column.generated === null && column.identity === null;
}

/** Functions that give one value to all rows of a statement. */
const stable = /^(now|(transaction|statement)_timestamp)\(\)$|^(current|local)_?(date|time|timestamp)(\(\d\))?$/i;

/** What a column holds that was there; null where it is to have a type that may not be there yet. */
function oldValue({ type }: ColumnSchema, name: string, had: ColumnType | null): string | null {
  if (had === null) return quote(name);
  return isBuiltin(type) ? (usingText(had, type, quote(name)) ?? `${quote(name)}::${typeText(type)}`) : null;
}

function madeValue({ type }: ColumnSchema, value: string | null): string | null {
  return value === null || !isBuiltin(type) ? null : `${value}::${typeText(type)}`;
}

/** What a column holds that is added to rows; null where each row may get a value of its own. */
function newValue({ type, default: value, identity, generated }: ColumnSchema): string | null {
  if (identity !== null || generated !== null || !isBuiltin(type)) return null;
  if (value === null) return `NULL::${typeText(type)}`;
  const text = isConstantDefault(value.sql) || stable.test(value.sql) ? oneLine(value.sql) : null;
  return text === null ? null : `(${text})::${typeText(type)}`;
}
