/**
 * A rebuild makes the table's triggers again, from the text SQLite had of them when the plan was made. A rename makes
 * SQLite rewrite that text: so the rebuild must fall on the side of the renames where the text is still, or already, true.
 */

import type { UnmanagedObject } from "../../dialect/dialect.js";
import type { Operation } from "../../operation/operation.js";
import { mentions } from "./expressions.js";
import { fold, quote } from "./syntax.js";
import { triggersOf } from "./triggers.js";

/** Of a table or column: what SQLite carries into views, triggers and foreign keys. */
export type Rename = Extract<Operation, { verb: "rename"; noun: "table" | "column" }>;

/** Where the renames of a table go, seen from its rebuild. */
export type RenameOrder = "asPlanned" | "afterwards" | "first";

export function isRename(operation: Operation): operation is Rename {
  return operation.verb === "rename" && (operation.noun === "table" || operation.noun === "column");
}

/** `names`: all the table has or will have. */
export function renameOrder(
  names: readonly string[],
  renames: readonly Rename[],
  unmanaged: readonly UnmanagedObject[],
): RenameOrder {
  const triggers = triggersOfAll(names, unmanaged);
  const early = triggers.some((trigger) => renames.some(({ from }) => speaksOf(trigger, from)));
  const late = triggers.some((trigger) => renames.some(({ to }) => speaksOf(trigger, to)));
  return early === late ? "asPlanned" : early ? "afterwards" : "first";
}

/** Why the triggers of a table cannot be made again, or null. `done`: every rename so far. */
export function staleTrigger(
  table: string,
  names: readonly string[],
  done: readonly Rename[],
  unmanaged: readonly UnmanagedObject[],
): string | null {
  for (const trigger of triggersOfAll(names, unmanaged)) {
    const elsewhere = trigger.on !== null && fold(trigger.on.name) !== fold(table);
    if (elsewhere || done.some(({ from }) => speaksOf(trigger, from)))
      return `the trigger ${quote(trigger.name)} speaks of something that is renamed while its table ${quote(table)} is made anew; plan the rename by itself first`;
  }
  return null;
}

function triggersOfAll(names: readonly string[], unmanaged: readonly UnmanagedObject[]): UnmanagedObject[] {
  return [...new Set(names)].flatMap((name) => triggersOf(unmanaged, name));
}

function speaksOf(trigger: UnmanagedObject, name: string): boolean {
  return mentions(trigger.sql ?? "", name);
}
