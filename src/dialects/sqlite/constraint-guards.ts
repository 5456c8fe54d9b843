/** Queries for the rows that a new rule would not let in. */

import type { CheckSchema, ForeignKeySchema, PrimaryKeySchema, UniqueSchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { collationSql } from "./columns.js";
import { mentions } from "./expressions.js";
import type { Lineage } from "./lineage.js";
import { isEmpty, sourceOf } from "./row-source.js";
import { quote } from "./syntax.js";

/** Rows that are there more than once. Nulls are never equal. */
function duplicates(source: string, parts: readonly string[], where: string | null): string {
  const conditions = [...parts.map((part) => `${part} IS NOT NULL`), ...(where === null ? [] : [`(${where})`])];
  return `SELECT 1 FROM ${source} WHERE ${conditions.join(" AND ")} GROUP BY ${parts.join(", ")} HAVING count(*) > 1`;
}

export function uniqueConstraintQuery(
  table: TableSchema,
  key: UniqueSchema | PrimaryKeySchema,
  lineage: Lineage,
): string | null {
  const source = sourceOf(table, lineage, key.columns);
  return source === null || key.columns.some((name) => isEmpty(table, lineage, name))
    ? null
    : duplicates(
        source,
        key.columns.map((name) => keyColumn(table, name, null)),
        null,
      );
}

/** With its collation where it has one: rows may be told apart now and not later. */
function keyColumn(table: TableSchema, name: string, collation: string | null): string {
  const word = collation ?? table.columns.find((column) => column.name === name)?.collation ?? null;
  return word === null ? quote(name) : `${quote(name)} COLLATE ${collationSql(word)}`;
}

export function uniqueIndexQuery(table: TableSchema, index: IndexSchema, lineage: Lineage): string | null {
  const texts = [index.where?.sql ?? "", ...index.parts.map((part) => part.expression?.sql ?? "")];
  const names = table.columns
    .map(({ name }) => name)
    .filter((name) => index.parts.some((part) => part.column === name) || texts.some((sql) => mentions(sql, name)));
  const source = sourceOf(table, lineage, names);
  const empty = index.parts.some(({ column }) => column !== null && isEmpty(table, lineage, column));
  if (source === null || empty) return null;
  const parts = index.parts.map(({ column, expression, collation }) => {
    if (column !== null) return keyColumn(table, column, collation);
    const sql = `(${expression?.sql ?? "NULL"})`;
    return collation === null ? sql : `${sql} COLLATE ${collationSql(collation)}`;
  });
  return duplicates(source, parts, index.where?.sql ?? null);
}

export function violatedCheckQuery(table: TableSchema, check: CheckSchema, lineage: Lineage): string | null {
  const { sql } = check.expression;
  const names = table.columns.map(({ name }) => name).filter((name) => mentions(sql, name));
  const source = sourceOf(table, lineage, names);
  return source === null ? null : `SELECT 1 FROM ${source} WHERE NOT (${sql})`;
}

/** Rows that point nowhere. Into a table that is new, all do. */
export function foreignKeyQuery(
  table: TableSchema,
  key: ForeignKeySchema,
  schema: DatabaseSchema,
  lineage: Lineage,
): string | null {
  const child = sourceOf(table, lineage, key.columns);
  if (child === null || key.references.length !== key.columns.length) return null;
  if (key.columns.some((name) => isEmpty(table, lineage, name))) return null;
  const present = key.columns.map((name) => `c.${quote(name)} IS NOT NULL`).join(" AND ");
  const target = schema.tables.find(({ name }) => name === key.table.name);
  // A table that is not covet's keeps its name and columns.
  const parent = target === undefined ? quote(key.table.name) : sourceOf(target, lineage, key.references);
  const from = `SELECT 1 FROM ${child} AS c WHERE ${present}`;
  if (parent === null) return from;
  const pairs = key.references.map((name, at) => `p.${quote(name)} = c.${quote(key.columns[at] ?? "")}`).join(" AND ");
  return `${from} AND NOT EXISTS (SELECT 1 FROM ${parent} AS p WHERE ${pairs})`;
}
