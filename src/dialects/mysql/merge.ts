/**
 * Which operations must be one step. Between two steps the schema has to be one that the engine holds: a table has a
 * column to see, an auto-increment column has a key, a foreign key has its indexes and columns of one type. Where it
 * would not be, the operations around that moment are merged. The same moments are passed on the way back, so that both
 * ways have the same steps.
 */

import type { ColumnSchema, ColumnType } from "../../model/column-schema.js";
import type { ForeignKeySchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { equal } from "../../model/equal.js";
import { formatName, type ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import { familyOf } from "./conversions.js";
import { type Moment, memberTable, type Run } from "./lowering.js";
import { fold } from "./syntax.js";
import { isText } from "./types.js";
import { mentions } from "./words.js";

export function runsOf(moments: readonly Moment[]): Run[] {
  const [first] = moments;
  if (first === undefined) return [];
  const operations = moments.map(({ operation }) => operation);
  const touched = new Set(operations.flatMap(touchedNames));
  const last = moments[moments.length - 1] ?? first;
  const tolerated = new Set([...troubles(first.before, touched), ...troubles(last.after, touched)]);
  const together = pairsOf(operations);
  const runs: Moment[][] = [];
  for (const [at, moment] of moments.entries()) {
    const apart =
      !together.some(([from, to]) => from < at && at <= to) &&
      [...troubles(moment.before, touched)].every((trouble) => tolerated.has(trouble));
    const current = runs.at(-1);
    if (apart || current === undefined) runs.push([moment]);
    else current.push(moment);
  }
  return runs;
}

/** Tables whose parts change, by all their names. */
function touchedNames(operation: Operation): string[] {
  const table = memberTable(operation);
  if (table !== null) return [formatName(table)];
  if (operation.noun !== "table" || operation.verb !== "rename") return [];
  const { schema } = operation.on;
  return [formatName({ schema, name: operation.from }), formatName({ schema, name: operation.to })];
}

/** What the engine would not accept of a schema, as far as it is about these tables. */
function troubles(schema: DatabaseSchema, touched: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  if (touched.size === 0) return found;
  const byName = new Map(schema.tables.map((table) => [formatName(table), table]));
  for (const [name, table] of byName) {
    const isTouched = touched.has(name);
    if (isTouched) {
      if (table.columns.every(isHidden)) found.add(`empty ${name}`);
      for (const column of table.columns)
        if (column.identity !== null && (!hasKey(table, [column.name]) || speaksOf(table, [column.name])))
          found.add(`counter ${name}.${column.name}`);
    }
    for (const constraint of table.constraints) {
      if (constraint.kind !== "foreignKey") continue;
      const target = formatName(constraint.table);
      if (isTouched && changesSpoken(table, constraint)) found.add(`values ${name}.${constraint.columns.join()}`);
      if (!isTouched && !touched.has(target)) continue;
      const what = keyTrouble(table, constraint, byName.get(target) ?? null);
      if (what !== null) found.add(`${what} ${name}.${constraint.name ?? constraint.columns.join()}`);
    }
  }
  return found;
}

function isHidden({ settings }: ColumnSchema): boolean {
  return settings.some(({ name }) => name === "invisible");
}

/** A key that changes values which a check or a computed column speaks of. */
function changesSpoken(table: TableSchema, { columns, onUpdate, onDelete }: ForeignKeySchema): boolean {
  const keeps = (action: string) => action === "noAction" || action === "restrict";
  return !(keeps(onUpdate) && (keeps(onDelete) || onDelete === "cascade")) && speaksOf(table, columns);
}

/** A check, a computed column or an index does. */
function speaksOf({ columns, constraints, indexes }: TableSchema, names: readonly string[]): boolean {
  const texts = [...constraints, ...columns, ...indexes].flatMap(textsOf);
  return texts.some((sql) => names.some((name) => mentions(sql, name)));
}

function keyTrouble(table: TableSchema, key: ForeignKeySchema, target: TableSchema | null): string | null {
  if (!hasKey(table, key.columns)) return "index";
  if (target === null) return null;
  if (!hasKey(target, key.references, true)) return "target";
  const column = (of: TableSchema, name: string) => of.columns.find((candidate) => candidate.name === name) ?? null;
  const ends = key.columns.flatMap((name, at) => {
    const [own, other] = [column(table, name), column(target, key.references[at] ?? "")];
    return own === null || other === null ? [] : [{ own, other }];
  });
  if (!ends.every(({ own, other }) => joins(own, other))) return "types";
  return ends.every(({ own, other }) => own.nullable || !givesNulls(key, other)) ? null : "nulls";
}

function givesNulls({ onUpdate, onDelete }: ForeignKeySchema, target: ColumnSchema): boolean {
  return onDelete === "setNull" || onUpdate === "setNull" || (onUpdate === "cascade" && target.nullable);
}

/** A key whose first columns are these, in this order; a `whole` one has no others, and is unique. */
function hasKey(table: TableSchema, columns: readonly string[], whole = false): boolean {
  const starts = (parts: readonly (string | null)[]) =>
    (!whole || parts.length === columns.length) &&
    columns.every((column, at) => fold(parts[at] ?? "") === fold(column));
  return (
    table.indexes.some(
      ({ method, parts, unique }) => method === null && (unique || !whole) && starts(parts.map(({ column }) => column)),
    ) || table.constraints.some((key) => (key.kind === "primaryKey" || key.kind === "unique") && starts(key.columns))
  );
}

/** Whether a foreign key can hold two columns together. Lists are compared by the places of their values. */
function joins(one: ColumnSchema, other: ColumnSchema): boolean {
  const isList = ({ type }: ColumnSchema) => familyOf(type) === "list";
  if (isText(one.type) && isText(other.type) && !isList(one) && !isList(other)) return true;
  const shape = ({ name, args, unsigned }: ColumnType) =>
    JSON.stringify([name, /binary$/.test(name) ? [] : args, unsigned]);
  return shape(one.type) === shape(other.type);
}

/** [first, last]: places of operations that nothing may come between. */
type Pair = readonly [number, number];

function pairsOf(operations: readonly Operation[]): Pair[] {
  const places = [...operations.keys()].filter((at) => mayBelong(operations[at]));
  return places.flatMap((at) =>
    places.flatMap((then): Pair[] => {
      const [one, other] = [operations[at], operations[then]];
      return at < then && one !== undefined && other !== undefined && belong(one, other) ? [[at, then]] : [];
    }),
  );
}

function mayBelong(operation: Operation | undefined): boolean {
  return operation?.verb === "rename" || operation?.noun === "constraint" || operation?.verb === "alter";
}

function belong(earlier: Operation, later: Operation): boolean {
  if (earlier.verb === "rename" && later.verb === "rename")
    return earlier.noun === later.noun && sameOwner(earlier, later) && (swap(earlier, later) || isValue(earlier));
  const table = memberTable(earlier);
  if (table === null || !isSame(table, memberTable(later))) return false;
  // A table without its primary key may be refused, and is slow to make.
  if (isPrimaryKey(earlier) && isPrimaryKey(later)) return earlier.verb !== later.verb;
  return (
    speaksOfValue(earlier, later) ||
    speaksOfValue(later, earlier) ||
    speaksOfRetyped(earlier, later) ||
    speaksOfRetyped(later, earlier)
  );
}

type Rename = Extract<Operation, { verb: "rename" }>;

function sameOwner(earlier: Rename, later: Rename): boolean {
  return JSON.stringify(earlier.on) === JSON.stringify(later.on);
}

/** One steps aside under a name that nothing keeps, so that two can change places. */
function swap(earlier: Rename, later: Rename): boolean {
  return earlier.to === later.from;
}

function isValue({ noun }: Rename): boolean {
  return noun === "enumValue";
}

/** A check must be out of the way while the values that it speaks of get their names. */
function speaksOfValue(rename: Operation, other: Operation): boolean {
  if (rename.noun !== "enumValue" || other.noun !== "constraint" || other.verb === "rename") return false;
  const checks = [...("before" in other ? [other.before] : []), ...("after" in other ? [other.after] : [])];
  return checks.some((check) => check.kind === "check" && mentions(check.expression.sql, rename.on.column ?? ""));
}

/** What a text says of a column is right only with the type that the column has by then. */
function speaksOfRetyped(change: Operation, other: Operation): boolean {
  if (change.verb !== "alter" || change.noun !== "column" || other.verb !== "alter") return false;
  if (equal(change.before.type, change.after.type)) return false;
  const texts = [other.before, other.after].flatMap(textsOf);
  return texts.some((sql) => mentions(sql, change.after.name));
}

function textsOf(item: Extract<Operation, { verb: "alter" }>["after"]): string[] {
  if ("generated" in item) return item.generated === null ? [] : [item.generated.expression.sql];
  if ("parts" in item) return item.parts.flatMap(({ expression }) => expression?.sql ?? []);
  return "expression" in item ? [item.expression.sql] : [];
}

function isPrimaryKey(operation: Operation): boolean {
  if (operation.noun !== "constraint" || operation.verb === "rename") return false;
  return ("after" in operation ? operation.after : operation.before).kind === "primaryKey";
}

function isSame(one: ObjectName, other: ObjectName | null): boolean {
  return other !== null && one.schema === other.schema && one.name === other.name;
}
