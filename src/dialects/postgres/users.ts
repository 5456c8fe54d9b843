/**
 * Views, policies and the like that read what an operation would change: the server refuses the change while they are
 * there. They are not covet's to drop, so the plan is refused, naming them.
 */

import type { UnmanagedObject, Use } from "../../dialect/dialect.js";
import { formatName, sameName } from "../../model/name.js";
import type { Operation } from "../../operation/operation.js";
import { columnsGone } from "./columns-aside.js";
import { memberName } from "./guards.js";
import { retypedColumns } from "./keys-aside.js";
import type { State } from "./lowering.js";
import { replacedTypes } from "./replaced-types.js";

/** Who is in the way, with the way round; null where nobody is. */
export function refusedByUsers(operation: Operation, state: State, coming: () => readonly Operation[]): string | null {
  const changed = changedBy(operation, state, coming);
  if (changed.length === 0) return null;
  const found = state.context.unmanaged.flatMap((user) => {
    const change = changed.find((one) => user.uses?.some((use) => concerns(one, use, user)));
    return change === undefined ? [] : [{ user: nameOf(user), what: nameOfUse(change) }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const [they, them] = found.length > 1 ? ["all of them", "them"] : [first.user, "it"];
  const list = found.map(({ user, what }) => `${user} uses ${what}`).join(", ");
  return `${list}, and PostgreSQL does not change that under ${them}: drop ${they}, make the change, and create ${them} again`;
}

/** By the names of the start. `column` null: the whole table, or the type. */
function changedBy(operation: Operation, state: State, coming: () => readonly Operation[]): Use[] {
  const { start } = state;
  if (operation.verb === "drop" && operation.noun === "table") {
    const of = start.table(operation.before);
    return of === null ? [] : [{ of, column: null }];
  }
  const columns =
    operation.verb === "drop" && operation.noun === "column"
      ? [{ on: operation.on, names: [operation.before.name] }]
      : [...(retypedColumns(operation, state)?.all ?? []), ...columnsGone(operation, state, coming)];
  const uses = columns.flatMap(({ on, names }) =>
    names.flatMap((name) => {
      const [of, column] = [start.table(on), start.column(on, name)];
      return of === null || column === null ? [] : [{ of, column }];
    }),
  );
  const gone = operation.verb === "drop" && (operation.noun === "enum" || operation.noun === "domain");
  const types = gone ? [operation.before] : replacedTypes(operation, state);
  return [...uses, ...types.map((of) => ({ of, column: null }))];
}

/** A table that goes takes its own policies, rules and triggers along. */
function concerns(change: Use, use: Use, user: UnmanagedObject): boolean {
  if (!sameName(change.of, use.of)) return false;
  return change.column === null ? user.on === null || !sameName(user.on, change.of) : change.column === use.column;
}

function nameOf({ kind, on, ...name }: UnmanagedObject): string {
  return on === null ? `${kind} ${formatName(name)}` : `${kind} ${name.name} on ${formatName(on)}`;
}

function nameOfUse({ of, column }: Use): string {
  return column === null ? formatName(of) : memberName(of, column);
}
