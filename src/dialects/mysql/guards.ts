/** The questions put to the rows before a migration: what would be lost, what would fail. */

import type { Guard } from "../../dialect/statement.js";
import { usingOf } from "../../dialect/using.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { CheckSchema, ConstraintSchema } from "../../model/constraint-schema.js";
import { equal } from "../../model/equal.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { objectOf } from "../../operation/describe.js";
import { charsetOf, narrowed } from "./charsets.js";
import { duplicates, orphans, violations } from "./constraint-guards.js";
import { risksOf } from "./conversions.js";
import { originIn } from "./lineage.js";
import { findTable, type Moment, type State } from "./lowering.js";
import { sourceOf } from "./row-source.js";
import { inParens, quote, quoteName } from "./syntax.js";
import { isText } from "./types.js";
import { isConstant, mentions, oneLine } from "./words.js";
import { strangersGuard } from "./write-namespaces.js";
import { inheritedCollation } from "./write-tables.js";

type Query = readonly [kind: Guard["kind"], query: string | null];

export function guardsOf(moment: Moment, state: State): Guard[] {
  const { operation, before } = moment;
  if (operation.noun === "namespace") {
    if (operation.verb === "drop") return [strangersGuard(state.start, operation.before.name)];
    return operation.verb === "rename" ? [strangersGuard(before, operation.from)] : [];
  }
  const object = objectOf(operation);
  return queriesOf(moment, state).flatMap(([kind, query]) =>
    query === null ? [] : [{ kind, object, query: oneLine(query) }],
  );
}

function queriesOf(moment: Moment, state: State): Query[] {
  const { operation } = moment;
  if (operation.verb === "rename") return [];
  switch (operation.noun) {
    case "table":
      if (operation.verb === "drop") return [["loses", allRows(moment, operation.before)]];
      return operation.verb === "alter" ? newCharset(moment, operation.after) : [];
    case "column":
      if (operation.verb === "drop") return [["loses", droppedValues(moment, operation.on, operation.before)]];
      if (usingOf(operation, state.context) !== null) return [["fails", unmade(moment, state)]];
      if (operation.verb === "create") return [["fails", missingValues(moment, operation.on, operation.after)]];
      return alteredColumn(moment, operation.on, operation.before, operation.after);
    case "constraint":
      if (operation.verb === "drop") return [];
      return [["fails", newConstraint(moment, state, operation.on, operation.after)]];
    case "index":
      if (operation.verb === "drop" || !operation.after.unique) return [];
      return [["fails", newUnique(moment, operation.on, operation.after)]];
    default:
      return [];
  }
}

/** Rows for which the author's SQL gives no value, where there must be one. */
function unmade(moment: Moment, { context }: State): string | null {
  const { operation, before, lineageBefore } = moment;
  const using = usingOf(operation, context);
  if (using === null || operation.noun !== "column" || !("after" in operation) || operation.after.nullable) return null;
  const table = findTable(before, operation.on);
  if (table === null) return null;
  const own = using.rows === "nulls" ? operation.after.name : null;
  const names = table.columns.map(({ name }) => name).filter((name) => name === own || mentions(using.sql, name));
  const source = sourceOf(table, lineageBefore, names);
  const onlyNulls = own === null ? "" : `${quote(own)} IS NULL AND `;
  return source === null ? null : `SELECT 1 FROM ${source} WHERE ${onlyNulls}${inParens(using.sql)} IS NULL`;
}

/** Rows of a table as it is called when the migration begins; null when the migration creates it. */
function rows({ lineageBefore }: Moment, table: ObjectName, where: string | null): string | null {
  const origin = originIn(lineageBefore, table);
  if (origin === null) return null;
  return `SELECT 1 FROM ${quoteName(origin.table)}${where === null ? "" : ` WHERE ${where}`}`;
}

function allRows(moment: Moment, table: ObjectName): string | null {
  return rows(moment, table, null);
}

/** Rows in which a column holds something that its definition alone would not bring back. */
function droppedValues(moment: Moment, on: ObjectName, column: ColumnSchema): string | null {
  const first = originIn(moment.lineageBefore, on)?.columns.get(column.name)?.column;
  if (first === undefined || first.generated !== null) return null;
  const name = quote(first.name);
  const initial = first.default?.sql ?? null;
  if (initial !== null && isConstant(initial)) {
    // A document is compared with another, both printed in one way.
    const value = (sql: string) => (first.type.name === "json" ? `JSON_EXTRACT(${sql}, '$')` : sql);
    return rows(moment, on, `NOT (${value(name)} <=> ${value(initial)})`);
  }
  return rows(moment, on, first.nullable ? `${name} IS NOT NULL` : null);
}

/** The engine would fill in zeros and empty texts that nobody asked for. */
function missingValues(moment: Moment, on: ObjectName, column: ColumnSchema): string | null {
  const filled = column.default !== null || column.generated !== null || column.identity !== null;
  return column.nullable || filled ? null : allRows(moment, on);
}

function alteredColumn(moment: Moment, on: ObjectName, before: ColumnSchema, after: ColumnSchema): Query[] {
  const [previous, table] = [findTable(moment.before, on), findTable(moment.after, on)];
  if (previous === null || table === null) return [];
  const select = (names: readonly string[], condition: string): string | null => {
    // The values as they are now, before any of this.
    const source = sourceOf(previous, moment.lineageBefore, names);
    return source === null ? null : `SELECT 1 FROM ${source} WHERE ${condition}`;
  };
  const where = (condition: string) => select([before.name], condition);
  const name = quote(before.name);
  if (after.generated !== null) {
    if (before.generated !== null) return [];
    const all = previous.columns.map((column) => column.name);
    return [["loses", select(all, `NOT (${name} <=> (${after.generated.expression.sql}))`)]];
  }
  const queries: Query[] = risksOf(before.type, after.type).map((risk): Query => [risk.kind, where(risk.where(name))]);
  if (before.nullable && !after.nullable && after.identity === null) queries.push(["fails", where(`${name} IS NULL`)]);
  // An auto-increment column takes 0 for "the next one".
  if (before.identity === null && after.identity !== null) queries.push(["loses", where(`${name} = 0`)]);
  if (before.collation === after.collation || !isText(after.type)) return queries;
  const narrow = narrowed(name, charsetOf(after.collation));
  return [
    ...queries,
    ...(narrow === null || charsetOf(before.collation) === charsetOf(after.collation)
      ? []
      : [["fails", where(narrow)] as const]),
    ...keysWith(table, [after.name]).map((key): Query => ["fails", duplicates(table, key, moment)]),
  ];
}

function keysWith(table: TableSchema, columns: readonly string[]): (ConstraintSchema | IndexSchema)[] {
  return [
    ...table.constraints.filter(
      (key) => key.kind === "primaryKey" && key.columns.some((name) => columns.includes(name)),
    ),
    ...table.indexes.filter(
      (index) => index.unique && index.parts.some(({ column }) => column !== null && columns.includes(column)),
    ),
  ];
}

/** Columns that take their collation from the table go with it. */
function newCharset(moment: Moment, on: ObjectName): Query[] {
  const [previous, table] = [findTable(moment.before, on), findTable(moment.after, on)];
  if (previous === null || table === null || inheritedCollation(previous) === inheritedCollation(table)) return [];
  const columns = table.columns.filter(({ type, collation }) => isText(type) && collation === null);
  const setting = (name: string) => table.settings.find((item) => item.name === name)?.value ?? null;
  const charset = setting("charset") ?? charsetOf(setting("collate"));
  return [
    ...columns.map(({ name }): Query => {
      const source = sourceOf(previous, moment.lineageBefore, [name]);
      const condition = narrowed(quote(name), charset);
      return ["fails", source === null || condition === null ? null : `SELECT 1 FROM ${source} WHERE ${condition}`];
    }),
    ...keysWith(
      table,
      columns.map(({ name }) => name),
    ).map((key): Query => ["fails", duplicates(table, key, moment)]),
  ];
}

function newConstraint(moment: Moment, state: State, on: ObjectName, constraint: ConstraintSchema): string | null {
  const table = findTable(moment.after, on);
  const earlier = findTable(moment.before, on)?.constraints ?? [];
  if (table === null || earlier.some((other) => implies(other, constraint))) return null;
  switch (constraint.kind) {
    case "primaryKey":
    case "unique":
      return duplicates(table, constraint, moment);
    case "check":
      return constraint.enforced ? newCheck(moment, state, table, constraint) : null;
    case "foreignKey":
      return orphans(table, constraint, moment);
  }
}

/** Of the rows as they will be in the end: a value may be renamed, or a column filled, only after the check was changed. */
function newCheck(moment: Moment, { end, lineageAtEnd }: State, table: TableSchema, check: CheckSchema): string | null {
  const last = findTable(end, table);
  const lasting = last?.constraints.find(
    (other): other is CheckSchema => other.kind === "check" && other.name === check.name,
  );
  const same = originIn(moment.lineage, table)?.table === originIn(lineageAtEnd, table)?.table;
  return last !== null && lasting !== undefined && same
    ? violations(last, lasting, lineageAtEnd)
    : violations(table, check, moment.lineage);
}

/** What holds already needs no question. */
function implies(earlier: ConstraintSchema, constraint: ConstraintSchema): boolean {
  if (earlier.kind === "check" && constraint.kind === "check")
    return earlier.enforced && earlier.expression.sql === constraint.expression.sql;
  if (earlier.kind === "foreignKey" && constraint.kind === "foreignKey") {
    const ends = ({ columns, table, references }: typeof constraint) => [columns, table, references];
    return equal(ends(earlier), ends(constraint));
  }
  const isKey = earlier.kind === "primaryKey" || earlier.kind === "unique";
  return (
    isKey && "columns" in constraint && constraint.kind !== "foreignKey" && equal(earlier.columns, constraint.columns)
  );
}

function newUnique(moment: Moment, on: ObjectName, index: IndexSchema): string | null {
  const table = findTable(moment.after, on);
  const earlier = findTable(moment.before, on)?.indexes ?? [];
  const same = (other: IndexSchema) => other.unique && equal(other.parts, index.parts);
  return table === null || earlier.some(same) ? null : duplicates(table, index, moment);
}
