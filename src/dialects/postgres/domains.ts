/** Domains: rules come and go in place; another type under a domain means a new domain and every column cast to it. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { NounWriter, Writers } from "../../dialect/writer.js";
import type { CheckSchema } from "../../model/constraint-schema.js";
import { type DomainSchema, domainOf, sortChecks, sortDomains } from "../../model/domain-schema.js";
import { equal } from "../../model/equal.js";
import { formatName } from "../../model/name.js";
import type { Alter } from "../../operation/operation.js";
import { normalizeCollation } from "./collations.js";
import { commentChange } from "./comments.js";
import { defaultText } from "./defaults.js";
import { addCheck, checkComment, createDomain } from "./domain-definition.js";
import { ruleGuards } from "./domain-rules.js";
import { isNullDefault } from "./expressions.js";
import type { State } from "./lowering.js";
import { replaceType } from "./replace-type.js";
import { replacedTypes } from "./replaced-types.js";
import type { CatalogRow } from "./rows.js";
import { withOwned } from "./scope.js";
import { quote, quoteName } from "./syntax.js";
import { columnsOf, withDomainsOver } from "./type-users.js";
import { normalizeType, parseType } from "./types.js";

export const domainsQuery = `${withOwned}
SELECT t.oid AS oid, o.schema, t.typname AS name, format_type(t.typbasetype, t.typtypmod) AS type,
  t.typnotnull AS not_null, pg_get_expr(t.typdefaultbin, 0) AS expression,
  CASE WHEN t.typcollation <> b.typcollation THEN
    CASE WHEN pg_collation_is_visible(co.oid) THEN co.collname ELSE cn.nspname || '.' || co.collname END
  END AS collation, d.description AS comment
FROM pg_type t
JOIN owned o ON o.oid = t.typnamespace
JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_collation co ON co.oid = t.typcollation
LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
WHERE t.typtype = 'd'
  AND NOT EXISTS (SELECT FROM extension_objects x WHERE x.classid = 'pg_type'::regclass AND x.objid = t.oid)
ORDER BY o.nspname, t.typname`;

/** NOT NULL has a row of its own from 17 on; it is said with the domain. */
export const domainChecksQuery = `${withOwned}
SELECT k.contypid AS domain_oid, k.conname AS name, pg_get_expr(k.conbin, 0) AS expression,
  k.convalidated AS validated, d.description AS comment
FROM pg_constraint k
JOIN owned o ON o.oid = k.connamespace
LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid
WHERE k.contypid <> 0 AND k.contype = 'c'
ORDER BY k.contypid, k.conname`;

/** Not yet in normal form. */
export function readDomains(rows: readonly CatalogRow[], checks: readonly CatalogRow[]): DomainSchema[] {
  return rows.map((row) => {
    const expression = row.textOrNull("expression");
    return {
      schema: row.textOrNull("schema"),
      name: row.text("name"),
      type: parseType(row.text("type")),
      nullable: !row.boolean("not_null"),
      default: expression === null ? null : { sql: expression },
      collation: row.textOrNull("collation"),
      checks: checks.filter((check) => check.text("domain_oid") === row.text("oid")).map(readCheck),
      comment: row.textOrNull("comment"),
    };
  });
}

function readCheck(row: CatalogRow): CheckSchema {
  return {
    kind: "check",
    name: row.text("name"),
    comment: row.textOrNull("comment"),
    settings: [],
    expression: { sql: row.text("expression") },
    noInherit: false,
    validated: row.boolean("validated"),
    enforced: true,
  };
}

/** A domain over another takes over its default when it is made, and keeps it. */
export function normalizeDomains(domains: readonly DomainSchema[]): DomainSchema[] {
  const normal = domains.map((domain) => ({
    ...domain,
    schema: domain.schema === "public" ? null : domain.schema,
    type: normalizeType(domain.type),
    collation: normalizeCollation(domain.collation),
    checks: sortChecks(domain.checks.map(normalizeCheck)),
  }));
  const done = new Map<string, DomainSchema>();
  for (const domain of sortDomains(normal)) {
    const under = domain.type.dimensions > 0 ? null : domainOf(domain.type, normal);
    const inherited = under === null ? null : (done.get(formatName(under))?.default ?? null);
    const none = domain.default !== null && isNullDefault(domain.default.sql);
    done.set(formatName(domain), { ...domain, default: none ? null : (domain.default ?? inherited) });
  }
  return normal.map((domain) => done.get(formatName(domain)) ?? domain);
}

function normalizeCheck(check: CheckSchema): CheckSchema {
  return { ...check, noInherit: false, enforced: true, settings: [] };
}

export const domains: NounWriter<"domain"> = {
  create: ({ after }, state) => createDomain(after, state.after.domains),
  drop: ({ before }) => [statement(`DROP DOMAIN ${quoteName(before)}`)],
  alter: (operation, state: State) =>
    replacedTypes(operation, state).length > 0 ? replaceType(operation, state) : alterInPlace(operation, state),
  rename: ({ on, from, to }) => [
    statement(`ALTER DOMAIN ${quoteName({ schema: on.schema, name: from })} RENAME TO ${quote(to)}`),
  ],
};

export const domainChecks: Writers["domainCheck"] = {
  rename: ({ on, from, to }) => [
    statement(`ALTER DOMAIN ${quoteName(on)} RENAME CONSTRAINT ${quote(from)} TO ${quote(to)}`),
  ],
};

function alterInPlace(operation: Alter<"domain">, state: State): Statement[] {
  const { before, after } = operation;
  const name = quoteName(after);
  const alter = (action: string) => statement(`ALTER DOMAIN ${name} ${action}`);
  const same = (check: CheckSchema) => before.checks.find((other) => other.name === check.name && keeps(other, check));
  const gone = before.checks.filter((check) => !after.checks.some((other) => same(other) === check));
  const added = after.checks.filter((check) => same(check) === undefined);
  const kept = after.checks.flatMap((check) => {
    const had = same(check);
    return had === undefined ? [] : [{ had, check }];
  });
  const looser = [
    ...gone.map((check) => alter(`DROP CONSTRAINT ${quote(check.name ?? "")}`)),
    ...(equal(before.default, after.default)
      ? []
      : [alter(after.default === null ? "DROP DEFAULT" : `SET DEFAULT ${defaultText(after.default.sql)}`)]),
    ...(after.nullable && !before.nullable ? [alter("DROP NOT NULL")] : []),
  ];
  const tighter = [
    ...(before.nullable && !after.nullable ? [alter("SET NOT NULL")] : []),
    ...added.map((check) => addCheck(check, after)),
    ...kept
      .filter(({ had, check }) => check.validated && !had.validated)
      .map(({ check }) => alter(`VALIDATE CONSTRAINT ${quote(check.name ?? "")}`)),
  ];
  return [
    ...looser,
    ...tighter.map((step, place) => (place === 0 ? { ...step, guards: usersAgainst(operation, state) } : step)),
    ...commentChange(`DOMAIN ${name}`, before.comment, after.comment),
    ...added.flatMap((check) => checkComment(check, after, null)),
    ...kept.flatMap(({ had, check }) => checkComment(check, after, had.comment)),
  ];
}

/** Whether a check can stay, be it validated now. */
function keeps(before: CheckSchema, after: CheckSchema): boolean {
  return equal(before.expression, after.expression) && (after.validated || !before.validated);
}

/** Rows of all columns that the domain, or one over it, is the type of. */
function usersAgainst(operation: Alter<"domain">, state: State) {
  const types = withDomainsOver(operation.before, state.before.domains);
  return state.before.tables.flatMap((table) => {
    const names = columnsOf(types, table);
    return table.columns
      .filter(({ name }) => names.includes(name))
      .flatMap(({ name, type }) => ruleGuards({ on: table, column: name, before: type, after: type }, state));
  });
}
