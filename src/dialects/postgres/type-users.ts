/** The columns of a type, and the domains over it; which types an operation gives other values. */

import type { DatabaseSchema } from "../../model/database-schema.js";
import { type DomainSchema, sortDomains } from "../../model/domain-schema.js";
import { equal } from "../../model/equal.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Alter, Operation } from "../../operation/operation.js";

/** Types whose values are others after the operation: an enum's, or a domain's, and those of every domain over it. */
export function changedTypes(operation: Operation, { domains }: DatabaseSchema): readonly ObjectName[] {
  if (operation.verb !== "alter") return [];
  const { noun, before, after } = operation;
  if (noun === "enum") return equal(before.values, after.values) ? [] : withDomainsOver(before, domains);
  return noun !== "domain" || sameValues(operation) ? [] : withDomainsOver(before, domains);
}

/** Rules aside. */
export function sameValues({ before, after }: Alter<"domain">): boolean {
  return equal(before.type, after.type) && before.collation === after.collation;
}

/** The type and every domain over it, each after what it is over. */
export function withDomainsOver({ schema, name }: ObjectName, domains: readonly DomainSchema[]): ObjectName[] {
  const found: ObjectName[] = [{ schema, name }];
  for (const domain of sortDomains(domains))
    if (!domain.type.raw && found.some((other) => sameName(other, domain.type)))
      found.push({ schema: domain.schema, name: domain.name });
  return found;
}

/** Columns of these types, or of arrays of them. */
export function columnsOf(types: readonly ObjectName[], { columns }: TableSchema): string[] {
  const isOne = ({ type }: TableSchema["columns"][number]) => !type.raw && types.some((other) => sameName(other, type));
  return types.length === 0 ? [] : columns.filter(isOne).map(({ name }) => name);
}
