/** `using (…)` on a column: rows filled by the author's SQL, and the question whether it has a value for each of them. */

import type { Guard, Statement } from "../../dialect/statement.js";
import { statement } from "../../dialect/statement.js";
import type { Using } from "../../dialect/using.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ObjectName } from "../../model/name.js";
import { renameQualifier, replaceColumns } from "../../sql/rename.js";
import { columnsIn } from "./expressions.js";
import { memberName, oneLine, rowsGuard } from "./guards.js";
import { findTable, type State } from "./lowering.js";
import { inParens, quote, quoteName } from "./syntax.js";

/** Writes the rows. What waits for the end of the transaction is asked now: after it, the table could not be altered. */
export function fillRows(on: ObjectName, { name }: ColumnSchema, { sql, rows }: Using, state: State): Statement[] {
  const column = quote(name);
  const where = rows === "nulls" ? ` WHERE ${column} IS NULL` : "";
  const rules = findTable(state.before, on)?.constraints ?? [];
  const waits = rules.some(
    (rule) => rule.kind !== "check" && rule.deferrable === "initiallyDeferred" && rule.columns.includes(name),
  );
  return [
    ...(waits ? [statement("SET CONSTRAINTS ALL IMMEDIATE")] : []),
    statement(`UPDATE ${quoteName(on)} SET ${column} = ${inParens(sql)}${where}`),
  ];
}

/** Rows for which no value comes out, where there must be one. */
export function emptyGuard(on: ObjectName, column: ColumnSchema, using: Using, state: State): Guard[] {
  const value = column.nullable ? null : valueAtStart(on, column, using.sql, state);
  if (value === null) return [];
  const own = using.rows === "nulls" ? state.start.column(on, column.name) : null;
  const where = `${own === null ? "" : `${quote(own)} IS NULL AND `}${value} IS NULL`;
  return rowsGuard("fails", state, on, memberName(on, column.name), where);
}

/** What the column will hold, read from the rows as they are when the migration begins; null where there is no telling. */
export function valueAfter(on: ObjectName, column: ColumnSchema, { sql, rows }: Using, state: State): string | null {
  const value = valueAtStart(on, column, sql, state);
  const own = state.start.column(on, column.name);
  return value === null || own === null || rows === "all" ? value : `coalesce(${quote(own)}, ${value})`;
}

function valueAtStart(on: ObjectName, column: ColumnSchema, sql: string, state: State): string | null {
  const [table, start] = [findTable(state.before, on), state.start.table(on)];
  if (table === null || start === null) return null;
  const texts = new Map<string, string>();
  const names = table.columns.map(({ name }) => name);
  if (!names.includes(column.name))
    texts.set(column.name, column.default === null ? "NULL" : `(${column.default.sql})`);
  for (const name of columnsIn(sql, names)) {
    const first = state.start.column(on, name);
    if (first === null || state.start.type(on, name) !== null || state.start.made(on, name) !== null) return null;
    if (first !== name) texts.set(name, quote(first));
  }
  const line = oneLine(renameQualifier(replaceColumns(sql, on.name, texts), on.name, start.name));
  return line === null ? null : `(${line})`;
}
