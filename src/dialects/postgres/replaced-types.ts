/** Types that only a new type of the same name can take the place of. */

import type { DatabaseSchema } from "../../model/database-schema.js";
import type { DomainSchema } from "../../model/domain-schema.js";
import { equal } from "../../model/equal.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { Alter, Operation } from "../../operation/operation.js";
import { additions } from "./enum-definition.js";
import type { State } from "./lowering.js";
import { sameValues, withDomainsOver } from "./type-users.js";

/** Types the operation makes anew, so that every column of them must be cast. */
export function replacedTypes(operation: Operation, state: State): readonly ObjectName[] {
  if (operation.verb !== "alter") return [];
  const stays = () => {
    if (operation.noun === "domain") return altersInPlace(operation, state.before);
    if (operation.noun !== "enum") return true;
    return !state.replacesEnum && additions(operation.before.values, operation.after.values) !== null;
  };
  return operation.noun === "enum" || operation.noun === "domain"
    ? stays()
      ? []
      : withDomainsOver(operation.before, state.before.domains)
    : [];
}

/** A rule that is new cannot be checked on values inside of others, and then the server refuses it. */
function altersInPlace(operation: Alter<"domain">, schema: DatabaseSchema): boolean {
  return sameValues(operation) && !(tightens(operation) && isInArrays(operation.before, schema));
}

function tightens({ before, after }: Alter<"domain">): boolean {
  const rule = (check: DomainSchema["checks"][number]) => ({ ...check, name: null, comment: null });
  const had = before.checks.map(rule);
  const isNew = (check: DomainSchema["checks"][number]) => !had.some((other) => equal(other, rule(check)));
  return (before.nullable && !after.nullable) || after.checks.some((check) => check.validated && isNew(check));
}

function isInArrays(type: ObjectName, { domains, tables }: DatabaseSchema): boolean {
  const types = withDomainsOver(type, domains);
  const arrays = withArrays(types, domains);
  return tables.some(({ columns }) =>
    columns.some(({ type: used }) => {
      const isOne = (list: readonly ObjectName[]) => !used.raw && list.some((other) => sameName(other, used));
      return isOne(arrays) || (used.dimensions > 0 && isOne(types));
    }),
  );
}

/** Those of the types that are over an array of another one of them. */
function withArrays(types: readonly ObjectName[], domains: readonly DomainSchema[]): ObjectName[] {
  const over = domains.filter(
    (domain) => domain.type.dimensions > 0 && types.some((other) => sameName(other, domain.type)),
  );
  return over.flatMap((domain) => withDomainsOver(domain, domains));
}
