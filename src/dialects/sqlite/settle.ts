/** Takes the live text wherever it says the same. SQLite keeps what its author wrote, so tokens decide and nothing stays open. */

import type { DatabaseSchema } from "../../model/database-schema.js";
import type { Expression } from "../../model/expression.js";
import type { TableSchema } from "../../model/table-schema.js";
import { canonicalText } from "./expressions.js";

export function settle(before: DatabaseSchema, after: DatabaseSchema): DatabaseSchema {
  const live = new Map(before.tables.map((table) => [table.name, table]));
  return {
    ...after,
    tables: after.tables.map((table) => {
      const counterpart = live.get(table.name);
      return counterpart === undefined || counterpart === table ? table : settleTable(counterpart, table);
    }),
  };
}

function settleTable(before: TableSchema, after: TableSchema): TableSchema {
  const columns = new Map(before.columns.map((column) => [column.name, column]));
  const checks = before.constraints.flatMap((item) => (item.kind === "check" ? [item] : []));
  const parts = before.indexes.flatMap((index) => index.parts.flatMap(({ expression }) => expression ?? []));
  const wheres = before.indexes.flatMap(({ where }) => where ?? []);
  return {
    ...after,
    columns: after.columns.map((column) => {
      const live = columns.get(column.name);
      return {
        ...column,
        default: column.default && liveText(column.default, [live?.default ?? null]),
        generated: column.generated && {
          ...column.generated,
          expression: liveText(column.generated.expression, [live?.generated?.expression ?? null]),
        },
      };
    }),
    constraints: after.constraints.map((item) => {
      if (item.kind !== "check") return item;
      const named = checks.filter(({ name }) => name === item.name);
      return {
        ...item,
        expression: liveText(
          item.expression,
          [...named, ...checks].map(({ expression }) => expression),
        ),
      };
    }),
    indexes: after.indexes.map((index) => {
      const named = before.indexes.find(({ name }) => name === index.name);
      return {
        ...index,
        parts: index.parts.map((part, at) => ({
          ...part,
          expression: part.expression && liveText(part.expression, [named?.parts[at]?.expression ?? null, ...parts]),
        })),
        where: index.where && liveText(index.where, [named?.where ?? null, ...wheres]),
      };
    }),
  };
}

/** The same text if there is one, else the first that means the same, else the author's. */
function liveText(expression: Expression, live: readonly (Expression | null)[]): Expression {
  if (live.some((other) => other?.sql === expression.sql)) return expression;
  const wanted = canonicalText(expression.sql);
  return live.find((other) => other !== null && canonicalText(other.sql) === wanted) ?? expression;
}
