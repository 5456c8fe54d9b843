/** A named type with rules of its own: a base type, a default, and checks on `value`. */

import type { ColumnSchema, ColumnType } from "./column-schema.js";
import type { CheckSchema } from "./constraint-schema.js";
import type { Expression } from "./expression.js";
import { formatName, type ObjectName } from "./name.js";
import type { TableSchema } from "./table-schema.js";

export interface DomainSchema extends ObjectName {
  /** May be an enum or another domain. */
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly default: Expression | null;
  /** null is the type's own. */
  readonly collation: string | null;
  /** What each calls `value` is the value itself. */
  readonly checks: readonly CheckSchema[];
  readonly comment: string | null;
}

/** The domain a type names; null for any other type. */
export function domainOf(type: ColumnType, domains: readonly DomainSchema[]): DomainSchema | null {
  if (domains.length === 0 || type.raw) return null;
  return domains.find(({ schema, name }) => schema === type.schema && name === type.name) ?? null;
}

/** What a column of the type takes where it has no default itself, in normal form. */
export function domainDefault(type: ColumnType, domains: readonly DomainSchema[]): Expression | null {
  return type.dimensions > 0 ? null : (domainOf(type, domains)?.default ?? null);
}

/** What values of a type are stored as: the type under all of its domains. An array of a domain is an array of what is under it. */
export function baseType(type: ColumnType, domains: readonly DomainSchema[]): ColumnType {
  const domain = domainOf(type, domains);
  if (domain === null) return type;
  const under = baseType(
    domain.type,
    domains.filter((other) => other !== domain),
  );
  return type.dimensions === 0 ? under : { ...under, dimensions: under.dimensions + type.dimensions };
}

/** Domains so that each comes after those it is over; a circle is left as it is. */
export function sortDomains(domains: readonly DomainSchema[]): DomainSchema[] {
  const sorted = new Map<string, DomainSchema>();
  const open = new Set<DomainSchema>();
  const walk = (domain: DomainSchema) => {
    if (open.has(domain)) return;
    open.add(domain);
    const under = domainOf(domain.type, domains);
    if (under !== null) walk(under);
    sorted.set(formatName(domain), domain);
  };
  for (const domain of domains) walk(domain);
  return [...sorted.values()];
}

/** By name: a type's rules have no order. Those without a name come last, as they stand. */
export function sortChecks(checks: readonly CheckSchema[]): CheckSchema[] {
  return [...checks].sort((a, b) => {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
  });
}

/** A table whose one column stands for the values: what reads or prints texts of a table does so with the domain's, too. */
export function asTable(domain: DomainSchema): TableSchema {
  const column: ColumnSchema = {
    name: "value",
    type: domain.type,
    nullable: true,
    default: null,
    generated: null,
    identity: null,
    collation: domain.collation,
    comment: null,
    settings: [],
  };
  const { schema, name } = domain;
  return { schema, name, columns: [column], constraints: [], indexes: [], comment: null, settings: [] };
}
