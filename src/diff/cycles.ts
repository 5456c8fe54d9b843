/** Tables that point at each other in a circle: one foreign key of the circle becomes an operation of its own. */

import type { ConstraintSchema } from "../model/constraint-schema.js";
import { formatName } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import type { Operation } from "../operation/operation.js";

/** Such a key is created after its table, or dropped before it. */
export function splitCycles(operations: readonly Operation[]): Operation[] {
  const created = operations.flatMap((item) => (item.verb === "create" && item.noun === "table" ? [item.after] : []));
  const dropped = operations.flatMap((item) => (item.verb === "drop" && item.noun === "table" ? [item.before] : []));
  const closing = new Set([...closingKeys(created), ...closingKeys(dropped)]);
  if (closing.size === 0) return [...operations];
  return operations.flatMap((operation) => {
    if (operation.noun !== "table") return [operation];
    if (operation.verb === "create") {
      const { on, keys, rest } = cut(operation.after, closing);
      const after = keys.map((key): Operation => ({ verb: "create", noun: "constraint", on, after: key }));
      return [{ ...operation, after: rest }, ...after];
    }
    if (operation.verb === "drop") {
      const { on, keys, rest } = cut(operation.before, closing);
      const first = keys.map((key): Operation => ({ verb: "drop", noun: "constraint", on, before: key }));
      return [...first, { ...operation, before: rest }];
    }
    return [operation];
  });
}

function cut(table: TableSchema, closing: ReadonlySet<ConstraintSchema>) {
  const { schema, name, constraints } = table;
  const keys = constraints.filter((constraint) => closing.has(constraint));
  const rest = { ...table, constraints: constraints.filter((constraint) => !closing.has(constraint)) };
  return { on: { schema, name }, keys, rest };
}

/** Foreign keys that lead back to a table whose own targets are still being walked. */
function closingKeys(tables: readonly TableSchema[]): ConstraintSchema[] {
  const sorted = [...tables].sort((a, b) => (formatName(a) < formatName(b) ? -1 : 1));
  const byName = new Map(sorted.map((table) => [formatName(table), table]));
  const open = new Set<TableSchema>();
  const done = new Set<TableSchema>();
  const closing: ConstraintSchema[] = [];
  const walk = (table: TableSchema) => {
    open.add(table);
    for (const constraint of table.constraints) {
      const target = constraint.kind === "foreignKey" ? byName.get(formatName(constraint.table)) : undefined;
      if (target === undefined || target === table || done.has(target)) continue;
      if (open.has(target)) closing.push(constraint);
      else walk(target);
    }
    open.delete(table);
    done.add(table);
  };
  for (const table of sorted) if (!done.has(table)) walk(table);
  return closing;
}
