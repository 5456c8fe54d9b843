/** What a domain asks of its values, and which rows break a rule that is new to them. */

import type { Guard } from "../../dialect/statement.js";
import type { ColumnType } from "../../model/column-schema.js";
import { baseType, type DomainSchema, domainOf } from "../../model/domain-schema.js";
import type { ObjectName } from "../../model/name.js";
import { substituteColumn } from "../../sql/rename.js";
import { risksOf, usingText } from "./conversions.js";
import { columnGuard, oneLine } from "./guards.js";
import type { State } from "./lowering.js";
import { isBuiltin, typeText } from "./types.js";

/** A condition that holds for what breaks the rule; it speaks of `value`. */
type Broken = string;

/** The rules of a domain and of all it is over. */
function rulesOf(type: ColumnType, domains: readonly DomainSchema[]): Broken[] {
  const domain = domainOf(type, domains);
  if (domain === null) return [];
  const checks = domain.checks.filter(({ validated }) => validated).map(({ expression }) => oneLine(expression.sql));
  const rest = domains.filter((other) => other !== domain);
  return [
    ...(domain.type.dimensions > 0 ? [] : rulesOf(domain.type, rest)),
    ...(domain.nullable ? [] : ["value IS NULL"]),
    ...checks.flatMap((sql) => (sql === null ? [] : `NOT (${sql})`)),
  ];
}

/** Whether null is among the values. */
export function takesNull(type: ColumnType, domains: readonly DomainSchema[]): boolean {
  return type.dimensions > 0 || !rulesOf(type, domains).includes("value IS NULL");
}

/** A column's type on both sides of a change. */
interface Change {
  readonly on: ObjectName;
  readonly column: string;
  readonly before: ColumnType;
  readonly after: ColumnType;
}

/** Rows that a change of type could lose, or fail on. */
export function retypeGuards(change: Change, state: State): Guard[] {
  const { on, column, before, after } = change;
  const [from, to] = [baseType(before, state.before.domains), baseType(after, state.after.domains)];
  const risks = risksOf(from, to, state.after.enums);
  const guards = risks.flatMap(({ kind, where }) => columnGuard(kind, state, on, column, where));
  // The rules are asked of what the values will be, where asking cannot fail by itself.
  const safe = usingText(from, to, "") === null && risks.every(({ kind }) => kind !== "fails");
  return safe ? [...guards, ...ruleGuards(change, state)] : guards;
}

/** Rows that break rules which are new to their column. */
export function ruleGuards({ on, column, before, after }: Change, state: State): Guard[] {
  const [from, to] = [baseType(before, state.before.domains), baseType(after, state.after.domains)];
  // An enum's operators do not know the domains over it.
  const plain = typeText(from) === typeText(to) && isBuiltin(to);
  const value = (name: string) => (plain ? name : `(${name}::${typeText(to)})`);
  const known = rulesOf(before, state.before.domains);
  const added = rulesOf(after, state.after.domains).filter((rule) => !known.includes(rule));
  return [...new Set(added)].flatMap((rule) =>
    columnGuard("fails", state, on, column, (name) =>
      after.dimensions > 0
        ? `EXISTS (SELECT 1 FROM unnest(${value(name)}) AS value WHERE ${rule})`
        : substituteColumn(rule, "value", value(name)),
    ),
  );
}
