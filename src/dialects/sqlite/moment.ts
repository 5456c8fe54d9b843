/** An operation with the schema, and the origin of every name, just before and just after it. */

import type { LowerContext } from "../../dialect/dialect.js";
import { usingOf } from "../../dialect/using.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { apply } from "../../operation/apply.js";
import type { Operation } from "../../operation/operation.js";
import { lexSql } from "../../sql/lexer.js";
import { replaceColumns } from "../../sql/rename.js";
import { follow, type Lineage, lineageOf } from "./lineage.js";
import { quote, syntax } from "./syntax.js";

export interface Moment {
  readonly operation: Operation;
  /** How the operation's column gets its values, in names of the moment; null: it keeps them, or has none. */
  readonly made: string | null;
  readonly before: DatabaseSchema;
  readonly after: DatabaseSchema;
  /** After all operations: a column may become the rowid only later, and then has a value after all. */
  readonly end: DatabaseSchema;
  readonly lineageAtEnd: Lineage;
  readonly lineageBefore: Lineage;
  readonly lineage: Lineage;
}

export function momentsOf(operations: readonly Operation[], start: DatabaseSchema, context: LowerContext): Moment[] {
  let [before, lineageBefore] = [start, lineageOf(start)];
  const moments = operations.map((operation) => {
    const made = madeBy(operation, before, context);
    const [after, lineage] = [apply(before, operation), follow(lineageBefore, operation, made)];
    const moment = { operation, made, before, after, lineageBefore, lineage };
    [before, lineageBefore] = [after, lineage];
    return moment;
  });
  return moments.map((moment) => ({ ...moment, end: before, lineageAtEnd: lineageBefore }));
}

/** Read from a copied row: a new column has nothing to read but its default. */
function madeBy(operation: Operation, before: DatabaseSchema, context: LowerContext): string | null {
  const using = usingOf(operation, context);
  if (using === null || operation.noun !== "column") return null;
  // A parenthesis is to close behind it.
  const sql = lexSql(using.sql, syntax).at(-1)?.kind === "comment" ? `${using.sql}\n` : using.sql;
  if (operation.verb === "create") {
    const { name, default: value } = operation.after;
    const own = new Map([[name, value === null ? "NULL" : `(${value.sql})`]]);
    const old = before.tables.find((table) => table.name === operation.on.name);
    return old === undefined ? null : replaceColumns(sql, old.name, own);
  }
  if (operation.verb !== "alter") return null;
  return using.rows === "all" ? sql : `coalesce(${quote(operation.after.name)}, (${sql}))`;
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
