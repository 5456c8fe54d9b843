/** Gives every unnamed check of a domain its name: that of a live one with the same content, else one the engine would give. */

import type { CheckSchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { type DomainSchema, sortChecks } from "../model/domain-schema.js";
import { sameName } from "../model/name.js";
import { adopt, type NameFor } from "./pair.js";

/** Names are the domain's own: two domains may have checks of one name. */
export function adoptCheckNames(before: DatabaseSchema, after: DatabaseSchema, nameFor: NameFor): DatabaseSchema {
  const domains = after.domains.map((domain) => {
    if (domain.checks.every(({ name }) => name !== null)) return domain;
    const live = before.domains.find((other) => sameName(other, domain))?.checks ?? [];
    return { ...domain, checks: sortChecks(named(domain, adopt(live, domain.checks), nameFor)) };
  });
  return { ...after, domains };
}

function named({ schema, name }: DomainSchema, checks: readonly CheckSchema[], nameFor: NameFor): CheckSchema[] {
  const taken = new Set(checks.flatMap((check) => check.name ?? []));
  return checks.map((check) => {
    if (check.name !== null) return check;
    const given = nameFor({ schema, name, columns: [] }, check, taken);
    if (given !== null) taken.add(given);
    return { ...check, name: given };
  });
}
