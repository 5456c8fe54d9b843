/** Every piece of SQL that a table carries, in one place. */

import type { Expression } from "../model/expression.js";
import type { TableSchema } from "../model/table-schema.js";

/** The table with each of its expressions rewritten. */
export function mapExpressions(table: TableSchema, change: (sql: string) => string): TableSchema {
  const map = (expression: Expression): Expression => ({ sql: change(expression.sql) });
  const mapNullable = (expression: Expression | null) => (expression === null ? null : map(expression));
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      default: mapNullable(column.default),
      generated: column.generated && { ...column.generated, expression: map(column.generated.expression) },
    })),
    constraints: table.constraints.map((constraint) =>
      constraint.kind === "check" ? { ...constraint, expression: map(constraint.expression) } : constraint,
    ),
    indexes: table.indexes.map((index) => ({
      ...index,
      parts: index.parts.map((part) => ({ ...part, expression: mapNullable(part.expression) })),
      where: mapNullable(index.where),
    })),
  };
}
