/** Columns: how one is written, and which changes SQLite makes in place. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { inlineConstraintSql } from "./constraints.js";
import { enumCheck, isEnum } from "./enums.js";
import { isConstant, isPlainDefault, mentions } from "./expressions.js";
import { fold, quote } from "./syntax.js";
import { typeSql } from "./types.js";

/** `"name" text NOT NULL DEFAULT 'x'`; `key` is the primary key where it stands on the column. */
export function columnSql(column: ColumnSchema, key: ConstraintSchema | null): string {
  const conflict = settingOf(column, "not_null_on_conflict");
  const parts = [quote(column.name), typeSql(column.type)];
  if (column.collation !== null) parts.push(`COLLATE ${collationSql(column.collation)}`);
  // The key of a rowid is never null.
  if (!column.nullable && key === null) parts.push("NOT NULL");
  if (!column.nullable && key === null && conflict !== null) parts.push(`ON CONFLICT ${conflict.toUpperCase()}`);
  if (column.default !== null) parts.push(`DEFAULT ${defaultSql(column.default.sql)}`);
  if (column.generated !== null) {
    const { expression, storage } = column.generated;
    parts.push(`GENERATED ALWAYS AS (${expression.sql}) ${storage.toUpperCase()}`);
  }
  if (key !== null) parts.push(inlineConstraintSql(key, hasSetting(column, "autoincrement")));
  if (isEnum(column.type)) parts.push(`CHECK (${enumCheck(column.name, column.type)})`);
  return parts.filter((part) => part !== "").join(" ");
}

export function defaultSql(sql: string): string {
  return isPlainDefault(sql) ? sql : `(${sql})`;
}

export function collationSql(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quote(name);
}

export function hasSetting(owner: { readonly settings: TableSchema["settings"] }, name: string): boolean {
  return owner.settings.some((setting) => setting.name === name);
}

function settingOf(owner: { readonly settings: TableSchema["settings"] }, name: string): string | null {
  return owner.settings.find((setting) => setting.name === name)?.value ?? null;
}

/** The name by which a key column is the rowid: sole column of the primary key, declared `integer`, not WITHOUT ROWID. */
export function rowidAlias(table: Pick<TableSchema, "columns" | "constraints" | "settings">): string | null {
  const key = table.constraints.find(({ kind }) => kind === "primaryKey");
  if (key?.kind !== "primaryKey" || key.columns.length !== 1 || hasSetting(table, "without_rowid")) return null;
  const column = table.columns.find(({ name }) => name === key.columns[0]);
  const { name = "", args = [] } = column?.type ?? {};
  return column !== undefined && column.generated === null && name === "integer" && args.length === 0
    ? column.name
    : null;
}

/** ADD COLUMN takes it: no scan for nulls, the same default for every row, nothing to compute and store. */
export function canAdd(column: ColumnSchema): boolean {
  const { generated, identity } = column;
  if (generated !== null) return generated.storage === "virtual" && column.nullable;
  if (identity !== null || hasSetting(column, "autoincrement")) return false;
  return column.default === null ? column.nullable : isConstant(column.default.sql);
}

/** `constraints` speak of the new column and stand on it. */
export function addColumnSql(
  table: ObjectName,
  column: ColumnSchema,
  constraints: readonly ConstraintSchema[],
): string {
  const inline = constraints.map((constraint) => ` ${inlineConstraintSql(constraint, false)}`).join("");
  return `ALTER TABLE ${quote(table.name)} ADD COLUMN ${columnSql(column, null)}${inline}`;
}

/** DROP COLUMN takes it: nothing else in the table speaks of the column. Views and triggers SQLite checks by itself. */
export function canDrop(table: TableSchema, column: ColumnSchema): boolean {
  const speaks = (sql: string | undefined) => sql !== undefined && mentions(sql, column.name);
  return !(
    table.constraints.some((constraint) =>
      constraint.kind === "check" ? speaks(constraint.expression.sql) : constraint.columns.includes(column.name),
    ) ||
    table.indexes.some(
      (index) =>
        speaks(index.where?.sql) ||
        index.parts.some((part) => part.column === column.name || speaks(part.expression?.sql)),
    ) ||
    table.columns.some((other) => other.name !== column.name && speaks(other.generated?.expression.sql))
  );
}

export function dropColumnSql(table: ObjectName, column: string): string {
  return `ALTER TABLE ${quote(table.name)} DROP COLUMN ${quote(column)}`;
}

/** SQLite rewrites every index, check, view, trigger and foreign key that speaks of the column. */
export function renameColumnSql(table: ObjectName, from: string, to: string): string {
  return `ALTER TABLE ${quote(table.name)} RENAME COLUMN ${quote(from)} TO ${quote(to)}`;
}

export function hasColumn(table: TableSchema, name: string): boolean {
  return table.columns.some((column) => fold(column.name) === fold(name));
}
