/** What waits until a table is made anew. Names are those of the moment; renames carry them along. */

import type { Guard } from "../../dialect/statement.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { apply } from "../../operation/apply.js";
import type { Operation } from "../../operation/operation.js";
import { renameColumn, renameQualifier } from "../../sql/rename.js";
import { guardsOf } from "./guards.js";
import type { ValueRename } from "./lineage.js";
import type { Moment } from "./moment.js";
import type { Rename } from "./rename-order.js";

/** Columns as they must be copied. */
export interface Copying {
  /** New columns: nothing to copy, even where there was one of that name. */
  readonly fresh: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly ValueRename[]>;
  /** SQL over the table that is copied. */
  readonly made: ReadonlyMap<string, string>;
}

export class Pending implements Copying {
  readonly operations: Operation[] = [];
  readonly guards: Guard[] = [];
  /** To be done after the rebuild. */
  readonly postponed: Rename[] = [];
  readonly fresh = new Set<string>();
  readonly values = new Map<string, readonly ValueRename[]>();
  readonly made = new Map<string, string>();

  add(moment: Moment): void {
    const { operation } = moment;
    this.operations.push(operation);
    this.guards.push(...guardsOf(moment));
    if (operation.verb === "rename" && operation.noun === "column") this.follow(operation);
    if (operation.noun === "column" && operation.verb === "create") this.fresh.add(operation.after.name);
    if (operation.noun === "column" && operation.verb === "drop") {
      this.fresh.delete(operation.before.name);
      this.values.delete(operation.before.name);
      this.made.delete(operation.before.name);
    }
    if (operation.noun === "column" && moment.made !== null && operation.verb !== "rename" && operation.verb !== "drop")
      this.made.set(operation.after.name, moment.made);
    if (operation.noun === "enumValue") {
      const column = operation.on.column ?? "";
      this.values.set(column, [...(this.values.get(column) ?? []), { from: operation.from, to: operation.to }]);
    }
  }

  follow(operation: Rename): void {
    const { noun, from, to } = operation;
    if (noun === "table") for (const [column, sql] of this.made) this.made.set(column, renameQualifier(sql, from, to));
    if (noun !== "column") return;
    for (const [column, sql] of [...this.made]) {
      this.made.delete(column);
      this.made.set(column === from ? to : column, renameColumn(sql, operation.on.name, from, to));
    }
    if (this.fresh.delete(from)) this.fresh.add(to);
    const values = this.values.get(from);
    if (this.values.delete(from) && values !== undefined) this.values.set(to, values);
  }
}

/** The table of a state, and how to copy it, under the names it has after more renames; null where they collide. */
export function shifted(
  state: DatabaseSchema,
  name: string,
  copying: Copying,
  renames: readonly Rename[],
): (Copying & { readonly table: TableSchema }) | null {
  const moved = new Pending();
  for (const column of copying.fresh) moved.fresh.add(column);
  for (const [column, values] of copying.values) moved.values.set(column, values);
  for (const [column, sql] of copying.made) moved.made.set(column, sql);
  let [schema, current] = [state, name];
  for (const rename of renames) {
    if (collides(schema, rename)) return null;
    schema = apply(schema, rename);
    if (rename.noun === "table" ? rename.from === current : rename.on.name === current) moved.follow(rename);
    if (rename.noun === "table" && rename.from === current) current = rename.to;
  }
  const table = schema.tables.find((candidate) => candidate.name === current);
  return table === undefined ? null : { table, fresh: moved.fresh, values: moved.values, made: moved.made };
}

function collides(schema: DatabaseSchema, rename: Rename): boolean {
  if (rename.noun === "table") return schema.tables.some(({ name }) => name === rename.to);
  const columns = schema.tables.find(({ name }) => name === rename.on.name)?.columns ?? [];
  return columns.some(({ name }) => name === rename.to) || !columns.some(({ name }) => name === rename.from);
}
