/** An operation with the schema, and the origin of every name, just before and just after it. */

import type { DatabaseSchema } from "../../model/database-schema.js";
import { apply } from "../../operation/apply.js";
import type { Operation } from "../../operation/operation.js";
import { follow, type Lineage, lineageOf } from "./lineage.js";

export interface Moment {
  readonly operation: Operation;
  readonly before: DatabaseSchema;
  readonly after: DatabaseSchema;
  /** After all operations: a column may become the rowid only later, and then has a value after all. */
  readonly end: DatabaseSchema;
  readonly lineageAtEnd: Lineage;
  readonly lineageBefore: Lineage;
  readonly lineage: Lineage;
}

export function momentsOf(operations: readonly Operation[], start: DatabaseSchema): Moment[] {
  let [before, lineageBefore] = [start, lineageOf(start)];
  const moments = operations.map((operation) => {
    const [after, lineage] = [apply(before, operation), follow(lineageBefore, operation)];
    const moment = { operation, before, after, lineageBefore, lineage };
    [before, lineageBefore] = [after, lineage];
    return moment;
  });
  return moments.map((moment) => ({ ...moment, end: before, lineageAtEnd: lineageBefore }));
}

/** Name of the table, just before the operation, that it works on; null for what is no table's. */
export function tableOf(operation: Operation): string | null {
  switch (operation.noun) {
    case "namespace":
    case "enum":
    case "domain":
    case "domainCheck":
      return null;
    case "table":
      if (operation.verb === "rename") return operation.from;
      return operation.verb === "create" ? operation.after.name : operation.before.name;
    default:
      return operation.on.name;
  }
}
