/** The questions put to the rows before a migration: what would be lost, what would fail. */

import type { Guard } from "../../dialect/statement.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { CheckSchema, ConstraintSchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { objectOf } from "../../operation/describe.js";
import { hasSetting, rowidAlias } from "./columns.js";
import { foreignKeyQuery, uniqueConstraintQuery, uniqueIndexQuery, violatedCheckQuery } from "./constraint-guards.js";
import { isEnum } from "./enums.js";
import { canonicalText, isConstant, oneLine } from "./expressions.js";
import type { Lineage } from "./lineage.js";
import type { Moment } from "./moment.js";
import { isEmpty, sourceOf } from "./row-source.js";
import { quote } from "./syntax.js";
import { alteringValues, strictMisfits } from "./type-change.js";

type Kind = Guard["kind"];
type Query = readonly [kind: Kind, query: string | null];

export function guardsOf(moment: Moment): Guard[] {
  const object = objectOf(moment.operation);
  return queriesOf(moment).flatMap(([kind, query]) =>
    query === null ? [] : [{ kind, object, query: oneLine(query) }],
  );
}

function queriesOf(moment: Moment): Query[] {
  const { operation } = moment;
  if (operation.verb === "rename") return [];
  switch (operation.noun) {
    case "table":
      return operation.verb === "drop" ? [["loses", tableRows(moment, operation.before.name)]] : tableQueries(moment);
    case "column":
      if (operation.verb === "drop") return [["loses", droppedValues(moment, operation.before)]];
      if (operation.verb === "create") return [["fails", missingValues(moment, operation.on.name, operation.after)]];
      return alteredColumn(moment, operation.on.name, operation.before, operation.after);
    case "constraint":
      if (operation.verb === "drop") return [];
      return [["fails", newConstraint(moment, operation.on.name, operation.after)]];
    case "index":
      if (operation.verb === "drop" || !operation.after.unique) return [];
      return [["fails", newUniqueIndex(moment, operation.on.name, operation.after)]];
    default:
      return [];
  }
}

function tableNamed(schema: DatabaseSchema, name: string): TableSchema | null {
  return schema.tables.find((table) => table.name === name) ?? null;
}

function tableRows({ lineageBefore }: Moment, name: string): string | null {
  const origin = lineageBefore.get(name);
  return origin === undefined ? null : `SELECT 1 FROM ${quote(origin.table.name)}`;
}

/** STRICT refuses what its columns did not ask for until then. */
function tableQueries(moment: Moment): Query[] {
  const { operation, lineage } = moment;
  if (operation.verb !== "alter" || operation.noun !== "table") return [];
  const table = tableNamed(moment.after, operation.after.name);
  if (table === null || !hasSetting(table, "strict") || hasSetting(operation.before, "strict")) return [];
  return table.columns.map((column) => {
    const misfit = strictMisfits(column);
    const skip = misfit === null || isEmpty(table, lineage, column.name);
    const source = skip ? null : sourceOf(table, lineage, [column.name]);
    return ["fails", source === null ? null : `SELECT 1 FROM ${source} WHERE ${misfit}`];
  });
}

function droppedValues({ operation, lineageBefore }: Moment, column: ColumnSchema): string | null {
  if (operation.on === null || !("name" in operation.on)) return null;
  const origin = lineageBefore.get(operation.on.name);
  const first = origin?.columns.get(column.name);
  if (origin === undefined || first === undefined || column.generated !== null) return null;
  const initial = first.column.default?.sql ?? "NULL";
  // `IS NOT TRUE` asks for truth, not for the value.
  const kept = isConstant(initial) ? initial.replace(/^true$/i, "1").replace(/^false$/i, "0") : "NULL";
  return `SELECT 1 FROM ${quote(origin.table.name)} WHERE ${quote(first.column.name)} IS NOT ${kept}`;
}

/** A new column that must have a value and is given none. */
function missingValues({ after, end, lineage }: Moment, tableName: string, column: ColumnSchema): string | null {
  const table = tableNamed(end, tableName) ?? tableNamed(after, tableName);
  const origin = lineage.get(tableName);
  if (table === null || origin === undefined || column.nullable || column.generated !== null) return null;
  if (origin.made.has(column.name)) return nullValues(table, lineage, column.name);
  if (column.default !== null || rowidAlias(table) === column.name) return null;
  return `SELECT 1 FROM ${quote(origin.table.name)}`;
}

function nullValues(table: TableSchema, lineage: Lineage, name: string): string | null {
  const source = sourceOf(table, lineage, [name]);
  return source === null ? null : `SELECT 1 FROM ${source} WHERE ${quote(name)} IS NULL`;
}

function alteredColumn(moment: Moment, tableName: string, before: ColumnSchema, after: ColumnSchema): Query[] {
  const table = tableNamed(moment.after, tableName);
  const previous = tableNamed(moment.before, tableName);
  if (table === null || previous === null) return [];
  const where = (condition: string | null): string | null => {
    if (condition === null) return null;
    // The values as they will be, if somebody says how they are made, else as they are now, before any of this.
    const source =
      moment.made === null
        ? sourceOf(previous, moment.lineageBefore, [before.name])
        : sourceOf(table, moment.lineage, [after.name]);
    return source === null ? null : `SELECT 1 FROM ${source} WHERE ${condition}`;
  };
  const name = quote(after.name);
  if (after.generated !== null) {
    const { sql } = after.generated.expression;
    if (before.generated !== null) return [];
    const columns = previous.columns.map((column) => column.name);
    const source = sourceOf(previous, moment.lineageBefore, columns);
    return [["loses", source === null ? null : `SELECT 1 FROM ${source} WHERE ${name} IS NOT (${sql})`]];
  }
  const isKey = rowidAlias(table) === after.name;
  // What a rowid lacks is made up by SQLite.
  const mustHave = moment.made === null ? before.nullable && !after.nullable && !isKey : !after.nullable || isKey;
  const values = isEnum(after.type) ? `${name} NOT IN (${after.type.args.join(", ")})` : null;
  const typeChanged = JSON.stringify(before.type) !== JSON.stringify(after.type);
  const queries: Query[] = [
    ["fails", where(mustHave ? `${name} IS NULL` : null)],
    ["fails", where(typeChanged ? values : null)],
    ["fails", where(isKey && (before.identity === null || moment.made !== null) ? notIntegers(name) : null)],
    ["loses", where(isKey || moment.made !== null ? null : alteringValues(name, before.type, after.type))],
    ["fails", where(typeChanged && hasSetting(table, "strict") ? strictMisfits(after) : null)],
  ];
  if (before.collation === after.collation) return queries;
  return [...queries, ...keysWith(table, after.name).map((key): Query => ["fails", newKey(moment, table, key)])];
}

/** A rowid takes nothing else. */
function notIntegers(name: string): string {
  const number = `CAST(${name} AS integer)`;
  return `NOT (${name} = ${number} OR ${name} = CAST(${number} AS text))`;
}

function keysWith(table: TableSchema, column: string): (ConstraintSchema | IndexSchema)[] {
  return [
    ...table.constraints.filter(
      (key) => (key.kind === "unique" || key.kind === "primaryKey") && key.columns.includes(column),
    ),
    ...table.indexes.filter((index) => index.unique && index.parts.some((part) => part.column === column)),
  ];
}

function newKey({ lineage }: Moment, table: TableSchema, key: ConstraintSchema | IndexSchema): string | null {
  if ("parts" in key) return uniqueIndexQuery(table, key, lineage);
  return key.kind === "unique" || key.kind === "primaryKey" ? uniqueConstraintQuery(table, key, lineage) : null;
}

function newConstraint(moment: Moment, tableName: string, constraint: ConstraintSchema): string | null {
  const table = tableNamed(moment.after, tableName);
  const earlier = [
    ...(tableNamed(moment.before, tableName)?.constraints ?? []),
    ...heldFromTheStart(moment, tableName),
  ];
  if (table === null || earlier.some((other) => implies(other, constraint))) return null;
  switch (constraint.kind) {
    case "primaryKey":
    case "unique":
      return uniqueConstraintQuery(table, constraint, moment.lineage);
    case "check":
      return newCheck(moment, table, constraint);
    case "foreignKey":
      return foreignKeyQuery(table, constraint, moment.after, moment.lineage);
  }
}

/** Of the rows as they will be when the table is made: a value may be renamed only after the check was changed. */
function newCheck({ end, lineage, lineageAtEnd }: Moment, table: TableSchema, check: CheckSchema): string | null {
  const last = tableNamed(end, table.name);
  const lasting = last?.constraints.find(
    (other): other is CheckSchema =>
      other.kind === "check" &&
      (check.name === null ? other.expression.sql === check.expression.sql : other.name === check.name),
  );
  const sameTable = lineage.get(table.name)?.table === lineageAtEnd.get(table.name)?.table;
  return last !== null && lasting !== undefined && sameTable
    ? violatedCheckQuery(last, lasting, lineageAtEnd)
    : violatedCheckQuery(table, check, lineage);
}

/** A rule that is only said in other words is dropped and made again: its rows obey it all the while. */
function heldFromTheStart({ lineage }: Moment, tableName: string): ConstraintSchema[] {
  const untouched = (name: string): boolean => {
    const origin = lineage.get(name);
    return origin?.table.name === name && [...origin.columns].every(([now, { column }]) => column.name === now);
  };
  if (!untouched(tableName)) return [];
  const rules = lineage.get(tableName)?.table.constraints ?? [];
  return rules.filter((rule) => rule.kind !== "foreignKey" || untouched(rule.table.name));
}

/** What holds already needs no question. */
function implies(earlier: ConstraintSchema, constraint: ConstraintSchema): boolean {
  const same = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other);
  if (constraint.kind === "check")
    return (
      earlier.kind === "check" && canonicalText(earlier.expression.sql) === canonicalText(constraint.expression.sql)
    );
  if (constraint.kind === "foreignKey")
    return (
      earlier.kind === "foreignKey" &&
      earlier.table.name === constraint.table.name &&
      same(earlier.columns, constraint.columns) &&
      same(earlier.references, constraint.references)
    );
  return (earlier.kind === "unique" || earlier.kind === "primaryKey") && same(earlier.columns, constraint.columns);
}

function newUniqueIndex(moment: Moment, tableName: string, index: IndexSchema): string | null {
  const table = tableNamed(moment.after, tableName);
  const earlier = tableNamed(moment.before, tableName)?.indexes ?? [];
  const shape = ({ parts, where }: IndexSchema) =>
    JSON.stringify([
      parts.map(({ column, expression, collation }) => [column, expression?.sql, collation]),
      where?.sql,
    ]);
  if (table === null || earlier.some((other) => other.unique && shape(other) === shape(index))) return null;
  return uniqueIndexQuery(table, index, moment.lineage);
}
