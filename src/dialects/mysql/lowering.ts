/** What all that writes statements here looks at: operations that are one step, and the schemas around each of them. */

import type { LowerContext } from "../../dialect/dialect.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import type { Flavor } from "./facts.js";
import type { Lineage } from "./lineage.js";

/** An operation, the schemas just before and after it, and where everything stood at the start. */
export interface Moment {
  readonly operation: Operation;
  readonly before: DatabaseSchema;
  readonly after: DatabaseSchema;
  readonly lineageBefore: Lineage;
  readonly lineage: Lineage;
}

/** Operations that only make sense together: one step. Never empty. */
export type Run = readonly Moment[];

/** What is the same for all steps of a plan. */
export interface State {
  readonly flavor: Flavor;
  readonly context: LowerContext;
  readonly start: DatabaseSchema;
  /** The schema after the last operation: a check may be changed only after a value it speaks of was renamed. */
  readonly end: DatabaseSchema;
  readonly lineageAtEnd: Lineage;
}

export function findTable(schema: DatabaseSchema, name: ObjectName): TableSchema | null {
  return schema.tables.find((table) => sameName(table, name)) ?? null;
}

/** The table an operation changes from within; null for what makes, drops or renames whole tables. */
export function memberTable(operation: Operation): ObjectName | null {
  switch (operation.noun) {
    case "column":
    case "index":
    case "constraint":
    case "enumValue":
      return operation.on;
    case "table":
      return operation.verb === "alter" ? operation.after : null;
    default:
      return null;
  }
}
