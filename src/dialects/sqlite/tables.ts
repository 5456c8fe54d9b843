/** Tables: writing, dropping and renaming a whole one. */

import type { UnmanagedObject } from "../../dialect/dialect.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import { formatWord, type ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { columnSql, hasSetting, rowidAlias } from "./columns.js";
import { constraintSql } from "./constraints.js";
import { createIndexSql } from "./indexes.js";
import { fold, quote } from "./syntax.js";

/** Without its indexes. */
export function createTableSql(table: TableSchema): string {
  const alias = rowidAlias(table);
  const inline = (constraint: ConstraintSchema) => alias !== null && constraint.kind === "primaryKey";
  const key = table.constraints.find(inline) ?? null;
  const members = [
    ...table.columns.map((column) => columnSql(column, column.name === alias ? key : null)),
    ...table.constraints.filter((constraint) => !inline(constraint)).map(constraintSql),
  ];
  const options = [
    ...(hasSetting(table, "strict") ? ["STRICT"] : []),
    ...(hasSetting(table, "without_rowid") ? ["WITHOUT ROWID"] : []),
  ].join(", ");
  const end = options === "" ? "" : ` ${options}`;
  return `CREATE TABLE ${quote(table.name)} (\n${members.map((member) => `  ${member}`).join(",\n")}\n)${end}`;
}

export function createIndexesSql(table: TableSchema): string[] {
  return table.indexes.map((index) => createIndexSql(table, index));
}

export function dropTableSql(table: ObjectName): string {
  return `DROP TABLE ${quote(table.name)}`;
}

/** References in other tables, views and triggers follow. `free` is a name nothing has. */
export function renameTableSql(from: string, to: string, free: string): string[] {
  const rename = (one: string, other: string) => `ALTER TABLE ${quote(one)} RENAME TO ${quote(other)}`;
  // To SQLite a name in other letters is still taken.
  return fold(from) === fold(to) ? [rename(from, free), rename(free, to)] : [rename(from, to)];
}

/** What keeps SQLite from storing the table as it is meant, or null. */
export function impossible(table: TableSchema): string | null {
  const alias = rowidAlias(table);
  for (const column of table.columns) {
    const what = column.identity !== null ? "identity" : hasSetting(column, "autoincrement") ? "autoincrement" : null;
    if (what !== null && column.name !== alias)
      return `${formatWord(table.name)}.${formatWord(column.name)} is ${what}, which SQLite has only for an integer that is the whole primary key of a table with rowids`;
  }
  return null;
}

/** Why a table cannot be made under this name, or null: something that is not covet's has it. */
export function inTheWay(name: string, unmanaged: readonly UnmanagedObject[]): string | null {
  const other = unmanaged.find((object) => object.kind !== "trigger" && fold(object.name) === fold(name));
  return other === undefined
    ? null
    : `the database has a ${other.kind} called ${formatWord(name)}, which is not covet's`;
}
