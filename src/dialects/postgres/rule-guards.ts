/** Questions for the rows that a new rule, key or unique index would not let in. */

import type { Guard } from "../../dialect/statement.js";
import type { ConstraintSchema, ForeignKeySchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { ObjectName } from "../../model/name.js";
import { columnsIn } from "./expressions.js";
import { memberName, oneLine } from "./guards.js";
import { findTable, type State } from "./lowering.js";
import { isEmpty, rowSource } from "./row-source.js";
import { quote } from "./syntax.js";

/** Rows that are there already and would break the rule. */
export function rowsAgainst(on: ObjectName, rule: ConstraintSchema, state: State): Guard[] {
  return guard(on, rule, ruleQuery(on, rule, state));
}

/** Rows that are alike where a unique index allows no two. */
export function duplicatesUnder(on: ObjectName, index: IndexSchema, state: State): Guard[] {
  return index.unique ? guard(on, index, indexQuery(on, index, state)) : [];
}

function guard(on: ObjectName, item: ConstraintSchema | IndexSchema, query: string | null): Guard[] {
  const name = item.name ?? ("kind" in item ? item.kind : "index");
  return query === null ? [] : [{ kind: "fails", object: memberName(on, name), query }];
}

function ruleQuery(on: ObjectName, rule: ConstraintSchema, state: State): string | null {
  switch (rule.kind) {
    case "primaryKey":
    case "unique": {
      const nullsEqual = rule.kind === "primaryKey" || rule.nullsNotDistinct;
      if (!nullsEqual && rule.columns.some((name) => isEmpty(on, name, state))) return null;
      return duplicates(rowSource(on, rule.columns, state), rule.columns.map(quote), nullsEqual, null);
    }
    case "check": {
      const source = rowSource(on, columnsOf(on, rule.expression.sql, state), state);
      const expression = oneLine(rule.expression.sql);
      return rule.validated && expression !== null && source !== null
        ? `SELECT 1 FROM ${source} WHERE NOT (${expression})`
        : null;
    }
    case "foreignKey":
      return rule.validated ? orphans(on, rule, state) : null;
  }
}

function indexQuery(on: ObjectName, index: IndexSchema, state: State): string | null {
  const texts = [...index.parts.map(({ expression }) => expression?.sql ?? ""), index.where?.sql ?? ""];
  const used = [...columnsOf(on, texts.join(" "), state), ...index.parts.flatMap(({ column }) => column ?? [])];
  if (!index.nullsNotDistinct && index.parts.some(({ column }) => column !== null && isEmpty(on, column, state)))
    return null;
  const keys = index.parts.flatMap(({ column, expression }) => {
    const text = column === null ? oneLine(`(${expression?.sql ?? ""})`) : quote(column);
    return text ?? [];
  });
  const where = index.where === null ? null : oneLine(index.where.sql);
  if (keys.length < index.parts.length || (index.where !== null && where === null)) return null;
  return duplicates(rowSource(on, used, state), keys, index.nullsNotDistinct, where);
}

function columnsOf(on: ObjectName, sql: string, state: State): Set<string> {
  return columnsIn(sql, findTable(state.after, on)?.columns.map(({ name }) => name) ?? []);
}

function duplicates(
  source: string | null,
  keys: readonly string[],
  nullsEqual: boolean,
  where: string | null,
): string | null {
  if (source === null) return null;
  const conditions = [
    ...(where === null ? [] : [`(${where})`]),
    ...(nullsEqual ? [] : keys.map((key) => `${key} IS NOT NULL`)),
  ];
  const condition = conditions.length === 0 ? "true" : conditions.join(" AND ");
  return `SELECT 1 FROM ${source} WHERE ${condition} GROUP BY ${keys.join(", ")} HAVING count(*) > 1`;
}

/** Rows that point nowhere; into a table that is new, all do. */
function orphans(on: ObjectName, key: ForeignKeySchema, state: State): string | null {
  if (key.match === "simple" && key.columns.some((name) => isEmpty(on, name, state))) return null;
  const child = rowSource(on, key.columns, state, "c");
  if (child === null) return null;
  const own = key.columns.map((name) => `c.${quote(name)}`);
  const filled = own.map((column) => `${column} IS NOT NULL`).join(" AND ");
  const from = `SELECT 1 FROM ${child}`;
  const parent = rowSource(key.table, key.references, state, "p");
  if (parent === null && state.start.table(key.table) !== null) return null;
  const pairs = key.references.map((name, place) => `p.${quote(name)} = ${own[place] ?? "NULL"}`).join(" AND ");
  const lost = parent === null ? "true" : `NOT EXISTS (SELECT 1 FROM ${parent} WHERE ${pairs})`;
  if (key.match === "simple" || own.length === 1)
    return `${from} WHERE ${filled}${parent === null ? "" : ` AND ${lost}`}`;
  // MATCH FULL lets all be null or none.
  const empty = own.map((column) => `${column} IS NULL`).join(" AND ");
  return `${from} WHERE NOT (${empty}) AND (NOT (${filled}) OR ${lost})`;
}
