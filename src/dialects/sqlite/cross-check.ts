/** Compares what was read from a table's SQL with what SQLite itself says of it: a table read wrongly must not be managed. */

import type { Row } from "../../dialect/connection.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { hasSetting } from "./columns.js";
import { fold } from "./syntax.js";
import { typeSql } from "./types.js";

/** The first difference in words, or null. `columns` and `keys` are rows of the pragmas. */
export function disagreement(table: TableSchema, columns: readonly Row[], keys: readonly Row[]): string | null {
  return columnDisagreement(table, columns) ?? indexDisagreement(table, keys);
}

function columnDisagreement(table: TableSchema, rows: readonly Row[]): string | null {
  if (rows.length !== table.columns.length) return "its columns";
  const primary = table.constraints.find(({ kind }) => kind === "primaryKey");
  const key = primary?.kind === "primaryKey" ? primary.columns : [];
  for (const [at, column] of table.columns.entries()) {
    const row = rows[at];
    const generated = { 2: "virtual", 3: "stored" }[Number(row?.hidden)] ?? null;
    // WITHOUT ROWID and STRICT make key columns NOT NULL without a word.
    const implied = key.includes(column.name) && ["without_rowid", "strict"].some((name) => hasSetting(table, name));
    const same =
      row?.name === column.name &&
      generated === (column.generated?.storage ?? null) &&
      Number(row.pk) === key.indexOf(column.name) + 1 &&
      (implied || (row.notnull === 0) === column.nullable) &&
      squeezed(String(row.type)) === squeezed(typeSql(column.type));
    if (!same) return `its column ${column.name}`;
  }
  return null;
}

function squeezed(type: string): string {
  return fold(type).replace(/[\s"'`[\]]/g, "");
}

interface LiveIndex {
  readonly name: string;
  readonly unique: boolean;
  readonly origin: string;
  readonly partial: boolean;
  /** `name desc`; an expression has no name. */
  readonly parts: readonly string[];
}

function indexDisagreement(table: TableSchema, rows: readonly Row[]): string | null {
  const live = liveIndexes(rows);
  for (const index of table.indexes) {
    const found = live.find(({ name }) => name === index.name);
    if (found === undefined || shapeOf(found) !== shapeOf(readShape(index))) return `its index ${index.name}`;
  }
  const made = live.filter(({ origin }) => origin === "c").length;
  if (made !== table.indexes.length) return "its indexes";
  const unique = table.constraints.flatMap((item) => (isKey(item) ? [item.columns.join("\0")] : []));
  const known = live.filter(({ origin }) => origin !== "c").map(({ parts }) => parts.join("\0"));
  return known.every((columns) => unique.includes(columns)) ? null : "its unique constraints";
}

function isKey(constraint: ConstraintSchema) {
  return constraint.kind === "unique" || constraint.kind === "primaryKey";
}

function liveIndexes(rows: readonly Row[]): LiveIndex[] {
  const indexes = new Map<string, LiveIndex>();
  for (const row of rows) {
    const name = String(row.index);
    const before = indexes.get(name)?.parts ?? [];
    const part = `${row.cid === -2 ? "" : row.name}${row.desc === 1 ? " desc" : ""}`;
    const [unique, partial] = [row.unique === 1, row.partial === 1];
    indexes.set(name, { name, unique, origin: String(row.origin), partial, parts: [...before, part] });
  }
  return [...indexes.values()];
}

function readShape(index: IndexSchema): Omit<LiveIndex, "name" | "origin"> {
  const parts = index.parts.map(({ column, descending }) => `${column ?? ""}${descending ? " desc" : ""}`);
  return { unique: index.unique, partial: index.where !== null, parts };
}

function shapeOf({ unique, partial, parts }: Omit<LiveIndex, "name" | "origin">): string {
  return JSON.stringify([unique, partial, parts]);
}
