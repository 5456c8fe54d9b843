/** `using (…)` on a column: which rows get their value from it. */

import type { ColumnSchema } from "../model/column-schema.js";
import { equal } from "../model/equal.js";
import type { ObjectName } from "../model/name.js";
import type { Operation } from "../operation/operation.js";
import type { LowerContext } from "./dialect.js";

export interface Using {
  /** The author's SQL. Columns have the names they have after the renames of the plan, and their values before it. */
  readonly sql: string;
  /** `all`: what was there is not looked at by itself. `nulls`: only where nothing was. */
  readonly rows: "all" | "nulls";
}

/** null: what the operation does asks for no values, or nobody says how they are made. */
export function usingOf(operation: Operation, context: LowerContext): Using | null {
  if (operation.noun !== "column" || (operation.verb !== "create" && operation.verb !== "alter")) return null;
  const before = operation.verb === "alter" ? operation.before : null;
  return usingFor(operation.on, before, operation.after, context);
}

/** `before` is null for a new column. */
export function usingFor(
  on: ObjectName,
  before: ColumnSchema | null,
  after: ColumnSchema,
  context: LowerContext,
): Using | null {
  const rows = rowsMade(before, after);
  const sql = rows === null ? null : context.using(on, after.name);
  return rows === null || sql === null ? null : { sql, rows };
}

function rowsMade(before: ColumnSchema | null, after: ColumnSchema): Using["rows"] | null {
  if (after.generated !== null) return null;
  if (before === null) return after.identity === null ? "all" : null;
  if (before.generated !== null) return null;
  if (!equal(before.type, after.type)) return "all";
  return before.nullable && !after.nullable ? "nulls" : null;
}
