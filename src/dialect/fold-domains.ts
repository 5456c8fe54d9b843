/** Domains where the engine has none: what a domain says, each of its columns says itself. */

import type { ColumnSchema } from "../model/column-schema.js";
import type { CheckSchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { type DomainSchema, domainOf } from "../model/domain-schema.js";
import type { TableSchema } from "../model/table-schema.js";
import { substituteColumn } from "../sql/rename.js";

/**
 * The schema without domains. `quote`: a column's name as the engine's checks spell it. The checks come last in their
 * tables and have no name: the same one stands on every column, and names may have to be unique.
 */
export function foldDomains(schema: DatabaseSchema, quote: (name: string) => string): DatabaseSchema {
  const { domains } = schema;
  if (domains.length === 0) return schema;
  return { ...schema, domains: [], tables: schema.tables.map((table) => foldTable(table, domains, quote)) };
}

function foldTable(table: TableSchema, domains: readonly DomainSchema[], quote: (name: string) => string): TableSchema {
  const folded = table.columns.map((column) => foldColumn(column, domains));
  if (folded.every(({ checks }) => checks === null)) return table;
  const rules = folded.flatMap(({ column, checks }) =>
    (checks ?? []).map((check) => ({
      ...check,
      name: null,
      comment: null,
      expression: { sql: substituteColumn(check.expression.sql, "value", quote(column.name)) },
    })),
  );
  return {
    ...table,
    columns: folded.map(({ column }) => column),
    constraints: [...table.constraints, ...rules],
  };
}

interface Folded {
  readonly column: ColumnSchema;
  /** Those of the innermost domain first; null where the column is of no domain. */
  readonly checks: readonly CheckSchema[] | null;
}

function foldColumn(column: ColumnSchema, domains: readonly DomainSchema[]): Folded {
  const domain = column.type.dimensions > 0 ? null : domainOf(column.type, domains);
  if (domain === null) return { column, checks: null };
  const own = column.default !== null || column.generated !== null || column.identity !== null;
  const under = foldColumn(
    {
      ...column,
      type: domain.type,
      nullable: column.nullable && domain.nullable,
      default: own ? column.default : domain.default,
      collation: column.collation ?? domain.collation,
    },
    domains.filter((other) => other !== domain),
  );
  return { ...under, checks: [...(under.checks ?? []), ...domain.checks] };
}
