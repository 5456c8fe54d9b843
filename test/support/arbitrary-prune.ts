/** Takes away what cannot stay when something it needs is gone: what a person would delete from the files with it. */

import type { ConstraintSchema } from "../../src/model/constraint-schema.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { canonical } from "../../src/model/equal.js";
import type { IndexSchema } from "../../src/model/index-schema.js";
import { sameName } from "../../src/model/name.js";
import type { TableSchema } from "../../src/model/table-schema.js";
import { keysOf, mentions } from "./arbitrary-parts.js";

/** The table without a column and all that uses it. */
export function withoutColumn(table: TableSchema, column: string): TableSchema {
  const rest = {
    ...table,
    columns: table.columns.filter(({ name }) => name !== column),
    constraints: table.constraints.filter((constraint) => !constraintUses(constraint, column)),
    indexes: table.indexes.filter((index) => !indexUses(index, column)),
  };
  const computed = rest.columns.find(({ generated }) => mentions(generated?.expression.sql, column));
  return computed === undefined ? rest : withoutColumn(rest, computed.name);
}

export function constraintUses(constraint: ConstraintSchema, column: string): boolean {
  if (constraint.kind === "check") return mentions(constraint.expression.sql, column);
  return constraint.columns.includes(column) || ("include" in constraint && constraint.include.includes(column));
}

export function indexUses(index: IndexSchema, column: string): boolean {
  return (
    index.include.includes(column) ||
    mentions(index.where?.sql, column) ||
    index.parts.some((part) => part.column === column || mentions(part.expression?.sql, column))
  );
}

/** Foreign keys only to keys that exist, each list of columns in the same types. */
export function withoutDangling(schema: DatabaseSchema): DatabaseSchema {
  const stands = (table: TableSchema, constraint: ConstraintSchema): boolean => {
    if (constraint.kind !== "foreignKey") return true;
    const target = schema.tables.find((candidate) => sameName(candidate, constraint.table));
    if (target === undefined) return false;
    const key = canonical([...constraint.references].sort());
    if (!keysOf(target).some((columns) => canonical([...columns].sort()) === key)) return false;
    return constraint.columns.every((name, at) => {
      const own = table.columns.find((column) => column.name === name);
      const other = target.columns.find((column) => column.name === constraint.references[at]);
      return own !== undefined && other !== undefined && canonical(own.type) === canonical(other.type);
    });
  };
  return {
    ...schema,
    tables: schema.tables.map((table) => ({
      ...table,
      constraints: table.constraints.filter((constraint) => stands(table, constraint)),
    })),
  };
}
