/** What a virtual generated column cannot carry, for all that it has no values on disk (measured on 18). */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import { columnsIn } from "./expressions.js";
import { memberName } from "./guards.js";
import { findTable, type State } from "./lowering.js";
import { hasSetting } from "./storage.js";
import { isBuiltin, typeText } from "./types.js";

/** Why the operation asks for what no virtual column has, with the way round; null where it does not. */
export function refusedByVirtual(operation: Operation, { after }: State): string | null {
  if (!("after" in operation)) return null;
  switch (operation.noun) {
    case "table": {
      const table = findTable(after, operation.after);
      return table === null ? null : first(table, table.columns, [...table.indexes, ...table.constraints]);
    }
    case "column": {
      const table = findTable(after, operation.on);
      return table === null ? null : first(table, [operation.after], [...table.indexes, ...table.constraints]);
    }
    case "index":
    case "constraint": {
      const table = findTable(after, operation.on);
      return table === null ? null : first(table, [], [operation.after]);
    }
    default:
      return null;
  }
}

function first(
  table: TableSchema,
  columns: readonly ColumnSchema[],
  members: readonly (ConstraintSchema | IndexSchema)[],
): string | null {
  const virtual = table.columns.filter(({ generated }) => generated?.storage === "virtual");
  for (const column of virtual) {
    const name = memberName(table, column.name);
    const foreign = ownTyped(column, table, columns);
    if (foreign !== null)
      return `${name} is virtual, and PostgreSQL knows only its own types in such a column (${foreign.name} is ${typeText(foreign.type)}): make it \`stored\``;
    if (columns.includes(column) && hasSetting(column.settings, "statistics"))
      return `${name} is virtual, and PostgreSQL keeps no statistics of such a column: leave \`@postgres.statistics\` out, or make it \`stored\``;
    const member = members.find((item) => columnsOf(item).includes(column.name));
    if (member !== undefined)
      return `${name} is virtual, and PostgreSQL takes such a column into no key and no index (${member.name}): make it \`stored\``;
  }
  return null;
}

/** What gives a virtual column that one of these columns concerns a type that is none of the server's own: itself, or a source. */
function ownTyped(virtual: ColumnSchema, table: TableSchema, concerned: readonly ColumnSchema[]): ColumnSchema | null {
  const names = table.columns.map(({ name }) => name);
  const used = columnsIn(virtual.generated?.expression.sql ?? "", names);
  const involved = table.columns.filter((column) => column === virtual || used.has(column.name));
  if (!involved.some((column) => concerned.includes(column))) return null;
  return involved.find(({ type }) => !isBuiltin(type)) ?? null;
}

function columnsOf(item: ConstraintSchema | IndexSchema): readonly (string | null)[] {
  if (!("kind" in item)) return [...item.parts.map(({ column }) => column), ...item.include];
  switch (item.kind) {
    case "check":
      return [];
    case "foreignKey":
      return item.columns;
    default:
      return [...item.columns, ...item.include];
  }
}
