/**
 * A table made anew, for what ALTER TABLE cannot do: create it under another name, copy the rows, drop it, take its name.
 *
 * With `legacy_alter_table` the last rename leaves views, triggers and foreign keys elsewhere as they are: they speak of
 * the name the table has again. Foreign keys are off meanwhile, or dropping the table would delete the rows that point to it.
 */

import type { UnmanagedObject } from "../../dialect/dialect.js";
import { type Guard, type Statement, statement } from "../../dialect/statement.js";
import type { TableSchema } from "../../model/table-schema.js";
import { hasSetting, rowidAlias } from "./columns.js";
import { renamedValue } from "./enums.js";
import { mentions } from "./expressions.js";
import { storedIndexSql } from "./indexes.js";
import type { Copying } from "./pending.js";
import { fold, literal, quote } from "./syntax.js";
import { createTableSql } from "./tables.js";
import { triggersOf } from "./triggers.js";

export interface Rebuild extends Copying {
  /** As it stands in the database, under the name it keeps. */
  readonly before: TableSchema;
  readonly after: TableSchema;
  /** Everything that is not covet's: triggers of the table are made again, views over lost columns are tried. */
  readonly unmanaged: readonly UnmanagedObject[];
  /** Indexes as their authors wrote them, by name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Name for the new table until it takes over. */
  readonly free: string;
  readonly guards: readonly Guard[];
}

export function rebuildStatements(rebuild: Rebuild): Statement[] {
  const { before, after, free } = rebuild;
  const triggers = triggersOf(rebuild.unmanaged, after.name).flatMap(({ sql }) => sql ?? []);
  return [
    statement("PRAGMA legacy_alter_table = ON"),
    statement(createTableSql({ ...after, name: free })),
    ...copyRows(rebuild),
    ...(numbersOnward(before, after) ? keepSequence(before.name, free) : []),
    statement(`DROP TABLE ${quote(before.name)}`),
    statement(`ALTER TABLE ${quote(free)} RENAME TO ${quote(after.name)}`),
    ...after.indexes.map((index) => statement(storedIndexSql(after, index, rebuild.texts))),
    ...triggers.map((sql) => statement(sql)),
    statement("PRAGMA legacy_alter_table = OFF"),
    ...trials(rebuild).map((sql) => statement(sql)),
  ];
}

/** Columns by name; computed ones compute themselves, new ones take their default, unless somebody says how they are made. */
function copyRows({ before, after, fresh, values, made, free, guards }: Rebuild): Statement[] {
  const comes = (name: string) =>
    made.has(name) || (!fresh.has(name) && before.columns.some((old) => old.name === name));
  const kept = after.columns.filter(({ name, generated }) => generated === null && comes(name));
  const into = kept.map(({ name }) => quote(name));
  const from = kept.map(({ name }) => {
    const renames = values.get(name) ?? [];
    const sql = made.get(name);
    if (sql !== undefined) return `(${sql})`;
    return renames.length === 0 ? quote(name) : renamedValue(name, renames);
  });
  const rowid = hiddenRowid(before, after);
  const alias = rowidAlias(after);
  const target = alias === null ? rowid : quote(alias);
  if (rowid !== null && target !== null && !into.includes(target)) {
    into.unshift(target);
    from.unshift(rowid);
  }
  // Not a column is left, but each row is still a row.
  const [first] = after.columns.filter(({ generated }) => generated === null);
  if (into.length === 0 && first !== undefined) {
    into.push(quote(first.name));
    from.push(first.default === null ? "NULL" : `(${first.default.sql})`);
  }
  // Conflict clauses are for later rows: a row of now must not vanish, or replace another, on its way.
  const members = [...after.columns, ...after.constraints];
  const conflicts = members.some(({ settings }) => settings.some(({ name: word }) => word.endsWith("on_conflict")));
  const sql = `INSERT ${conflicts ? "OR ABORT " : ""}INTO ${quote(free)} (${into.join(", ")})\nSELECT ${from.join(", ")} FROM ${quote(before.name)}`;
  return [statement(sql, { guards })];
}

/** A word that reads the rowid of both shapes; null where one has none, or columns took all its names. */
function hiddenRowid(before: TableSchema, after: TableSchema): string | null {
  if (hasSetting(before, "without_rowid") || hasSetting(after, "without_rowid")) return null;
  const taken = new Set([...before.columns, ...after.columns].map(({ name }) => fold(name)));
  return ["rowid", "_rowid_", "oid"].find((word) => !taken.has(word)) ?? null;
}

function numbersOnward(before: TableSchema, after: TableSchema): boolean {
  return [before, after].every((table) => table.columns.some((column) => hasSetting(column, "autoincrement")));
}

/** Numbers of deleted rows must stay used up. */
function keepSequence(name: string, free: string): Statement[] {
  return [
    statement(`DELETE FROM sqlite_sequence WHERE name = ${literal(free)}`),
    statement(
      `INSERT INTO sqlite_sequence (name, seq) SELECT ${literal(free)}, seq FROM sqlite_sequence WHERE name = ${literal(name)}`,
    ),
  ];
}

/** Statements that touch no row but fail if a view or trigger speaks of a column that is gone. */
function trials({ before, after, unmanaged }: Rebuild): string[] {
  const gone = before.columns.filter(({ name }) => !after.columns.some((column) => column.name === name));
  const affected = unmanaged.filter(({ sql }) => sql !== null && gone.some(({ name }) => mentions(sql, name)));
  const views = affected
    .filter(({ kind }) => kind === "view")
    .map(({ name }) => `SELECT 1 FROM ${quote(name)} LIMIT 0`);
  const triggers = triggersOf(affected, after.name).length > 0 ? compileTriggers(after) : [];
  return [...views, ...triggers];
}

function compileTriggers(table: TableSchema): string[] {
  const name = quote(table.name);
  const columns = table.columns.filter(({ generated }) => generated === null).map((column) => quote(column.name));
  const list = columns.join(", ");
  return [
    `INSERT INTO ${name} (${list}) SELECT ${list} FROM ${name} WHERE 0`,
    `UPDATE ${name} SET ${columns.map((column) => `${column} = ${column}`).join(", ")} WHERE 0`,
    `DELETE FROM ${name} WHERE 0`,
  ];
}
