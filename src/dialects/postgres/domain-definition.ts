/** Domains as DDL spells them. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { CheckSchema } from "../../model/constraint-schema.js";
import { type DomainSchema, domainOf } from "../../model/domain-schema.js";
import { collationText } from "./collations.js";
import { commentChange } from "./comments.js";
import { constraintDefinition } from "./constraint-definition.js";
import { defaultText } from "./defaults.js";
import { quote, quoteName } from "./syntax.js";
import { typeText } from "./types.js";

export function createDomain(domain: DomainSchema, domains: readonly DomainSchema[]): Statement[] {
  const under = domainOf(domain.type, domains);
  // Without a word, a domain takes over the default of the one it is over.
  const inherits = domain.default === null && under !== null && under.default !== null;
  const words = [
    `CREATE DOMAIN ${quoteName(domain)} AS ${typeText(domain.type)}`,
    ...(domain.collation === null ? [] : [`COLLATE ${collationText(domain.collation)}`]),
    ...(domain.default === null ? [] : [`DEFAULT ${defaultText(domain.default.sql)}`]),
    ...(inherits && domain.type.dimensions === 0 ? ["DEFAULT NULL"] : []),
    ...(domain.nullable ? [] : ["NOT NULL"]),
    ...domain.checks.filter(({ validated }) => validated).map(constraintDefinition),
  ];
  return [
    statement(words.join(" ")),
    ...domain.checks.filter(({ validated }) => !validated).map((check) => addCheck(check, domain)),
    ...commentChange(`DOMAIN ${quoteName(domain)}`, null, domain.comment),
    ...domain.checks.flatMap((check) => checkComment(check, domain, null)),
  ];
}

export function addCheck(check: CheckSchema, domain: DomainSchema): Statement {
  return statement(`ALTER DOMAIN ${quoteName(domain)} ADD ${constraintDefinition(check)}`);
}

export function checkComment(check: CheckSchema, domain: DomainSchema, before: string | null): Statement[] {
  const name = quote(check.name ?? "");
  return commentChange(`CONSTRAINT ${name} ON DOMAIN ${quoteName(domain)}`, before, check.comment);
}
