/** Every piece of SQL that a table or a domain carries, in one place. */

import type { DomainSchema } from "../model/domain-schema.js";
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

/** The domain with each of its expressions rewritten. */
export function mapDomainTexts(domain: DomainSchema, change: (sql: string) => string): DomainSchema {
  return {
    ...domain,
    default: domain.default && { sql: change(domain.default.sql) },
    checks: domain.checks.map((check) => ({ ...check, expression: { sql: change(check.expression.sql) } })),
  };
}
