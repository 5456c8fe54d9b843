/** Queries for the rows that a new rule would not let in. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { CheckSchema, ConstraintSchema, ForeignKeySchema } from "../../model/constraint-schema.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { charsetOf } from "./charsets.js";
import { familyOf } from "./conversions.js";
import { type Lineage, originIn } from "./lineage.js";
import { findTable, type Moment } from "./lowering.js";
import { isEmpty, sourceOf } from "./row-source.js";
import { quote, quoteName } from "./syntax.js";
import { isText } from "./types.js";
import { mentions } from "./words.js";
import { indexMentions } from "./write-indexes.js";

/** Rows that are there more than once. Nulls are never equal. */
export function duplicates(table: TableSchema, key: ConstraintSchema | IndexSchema, moment: Moment): string | null {
  const parts = "parts" in key ? key.parts : key.kind === "check" ? [] : key.columns.map(partOf);
  const names = table.columns.map(({ name }) => name).filter((name) => indexMentions(asIndex(parts), name));
  const source = sourceOf(table, moment.lineage, names);
  if (source === null || parts.some(({ column }) => column !== null && isEmpty(table, moment.lineage, column)))
    return null;
  // Each row gets another number.
  if (
    table.columns.some(({ name, identity }) => identity !== null && isNew(table, name, moment) && names.includes(name))
  )
    return null;
  const texts = parts.map((part) => partText(table, part, moment));
  const present = texts.map((text) => `${text} IS NOT NULL`).join(" AND ");
  return `SELECT 1 FROM ${source} WHERE ${present} GROUP BY ${texts.join(", ")} HAVING COUNT(*) > 1`;
}

function isNew(table: TableSchema, column: string, { lineage }: Moment): boolean {
  return originIn(lineage, table)?.columns.has(column) !== true;
}

function partOf(column: string): IndexPart {
  return {
    column,
    expression: null,
    prefix: null,
    collation: null,
    operatorClass: null,
    descending: false,
    nulls: null,
  };
}

function asIndex(parts: readonly IndexPart[]): IndexSchema {
  const nothing = { name: null, method: null, include: [], nullsNotDistinct: false, where: null, comment: null };
  return { ...nothing, unique: true, parts, settings: [] };
}

/** With the collation it will have: rows may be told apart now and not later. */
function partText(table: TableSchema, { column, expression, prefix }: IndexPart, { lineage }: Moment): string {
  if (column === null) return `(${expression?.sql ?? "NULL"})`;
  const found = table.columns.find(({ name }) => name === column);
  const setting = (name: string) => table.settings.find((item) => item.name === name)?.value ?? null;
  const collation = found?.collation ?? setting("collate");
  const before = originIn(lineage, table)?.columns.get(column)?.column.collation ?? null;
  let value = quote(column);
  if (found !== undefined && isText(found.type)) {
    if (collation !== null) value = `CONVERT(${value} USING ${charsetOf(collation)}) COLLATE ${collation}`;
    // The database's own collation is not known here: the usual one of its character set stands in for it.
    else if (before !== null) value = `CONVERT(${value} USING utf8mb4)`;
  }
  return prefix === null ? value : `LEFT(${value}, ${prefix})`;
}

export function violations(table: TableSchema, check: CheckSchema, lineage: Lineage): string | null {
  const { sql } = check.expression;
  const columns = table.columns.filter(({ name }) => mentions(sql, name));
  // Values of another kind compare in another way.
  const origin = originIn(lineage, table);
  const isOther = ({ name, type }: ColumnSchema) => {
    const first = origin?.columns.get(name)?.column.type;
    return first !== undefined && !origin?.made.has(name) && familyOf(first) !== familyOf(type);
  };
  if (columns.some(isOther)) return null;
  const source = sourceOf(
    table,
    lineage,
    columns.map(({ name }) => name),
  );
  return source === null ? null : `SELECT 1 FROM ${source} WHERE NOT (${sql})`;
}

/** Rows that point nowhere. Into a table that is new, all do. */
export function orphans(table: TableSchema, key: ForeignKeySchema, moment: Moment): string | null {
  const { lineage, after } = moment;
  const child = sourceOf(table, lineage, key.columns, "c");
  if (child === null || key.references.length !== key.columns.length) return null;
  if (key.columns.some((name) => isEmpty(table, lineage, name))) return null;
  const present = key.columns.map((name) => `c.${quote(name)} IS NOT NULL`).join(" AND ");
  const target = findTable(after, key.table);
  // A table that is not covet's keeps its name and columns.
  const parent = target === null ? `${quoteName(key.table)} AS \`p\`` : sourceOf(target, lineage, key.references, "p");
  const from = `SELECT 1 FROM ${child} WHERE ${present}`;
  if (parent === null) return from;
  const pairs = key.references.map((name, at) => `p.${quote(name)} = c.${quote(key.columns[at] ?? "")}`).join(" AND ");
  return `${from} AND NOT EXISTS (SELECT 1 FROM ${parent} WHERE ${pairs})`;
}
