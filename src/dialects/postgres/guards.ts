/** Questions about the rows at stake, put to the database before a migration changes it. */

import type { Guard } from "../../dialect/statement.js";
import { formatName, formatWord, type ObjectName } from "../../model/name.js";
import { lexSql } from "../../sql/lexer.js";
import type { State } from "./lowering.js";
import { quote, quoteName, syntax } from "./syntax.js";

/** Rows of a table; none when the migration creates it. `where` is null for all rows. */
export function rowsGuard(
  kind: Guard["kind"],
  state: State,
  table: ObjectName,
  object: string,
  where: string | null,
): Guard[] {
  const start = state.start.table(table);
  if (start === null) return [];
  const condition = where === null ? "" : ` WHERE ${where}`;
  return [{ kind, object, query: `SELECT 1 FROM ${quoteName(start)}${condition}` }];
}

/** Rows by a column; `where` gets the column as it is called when the migration begins. */
export function columnGuard(
  kind: Guard["kind"],
  state: State,
  table: ObjectName,
  column: string,
  where: (column: string) => string | null,
): Guard[] {
  const start = state.start.column(table, column);
  if (start === null) return [];
  return rowsGuard(kind, state, table, memberName(table, column), where(quote(start)));
}

/** `users.nickname`, as people write it. */
export function memberName(table: ObjectName, member: string): string {
  return `${formatName(table)}.${formatWord(member)}`;
}

/** SQL on one line, without comments; null where a string in it holds a line break. */
export function oneLine(sql: string): string | null {
  const tokens = lexSql(sql, syntax).map(({ kind, text }) => (kind === "space" || kind === "comment" ? " " : text));
  const line = tokens
    .join("")
    .replace(/ {2,}(?=[^']*(?:'[^']*'[^']*)*$)/g, " ")
    .trim();
  return /[\r\n]/.test(line) ? null : line;
}
