/**
 * From one shape of a table to another in one ALTER TABLE. What is done is read off the two shapes, whatever operations
 * lie between them; which column is which is the only thing that has to be told.
 */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema, ForeignKeySchema } from "../../model/constraint-schema.js";
import { equal } from "../../model/equal.js";
import type { IndexSchema } from "../../model/index-schema.js";
import { sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { columnChecks, columnLine } from "./column-definition.js";
import type { Flavor } from "./facts.js";
import { quote, quoteName } from "./syntax.js";
import { isText } from "./types.js";
import { mentions } from "./words.js";
import { constraintDefinition, dropConstraint, enforceCheck, isColumnCheck } from "./write-constraints.js";
import { indexChanges, indexDefinition, indexMentions, mayVanish } from "./write-indexes.js";
import { charsetOptions, inheritedCollation, optionChanges } from "./write-tables.js";

/** Names before to names after, of members that are the same member. */
export type Names = ReadonlyMap<string, string>;

export interface TableChange {
  readonly from: TableSchema;
  readonly to: TableSchema;
  /** A column that is not here is dropped, even if there is one of its name afterwards. */
  readonly columns: Names;
  /** Only those that were renamed. */
  readonly indexes: Names;
  readonly constraints: Names;
}

/** Clauses of one ALTER TABLE each, in order. None where nothing differs. */
export function alterTable(change: TableChange, flavor: Flavor): string[] {
  const { from, to } = change;
  const table = quoteName(to);
  const { clauses, again } = clausesOf(change, flavor);
  const lists = [
    ...charsetFirst(from, to, flavor),
    clauses,
    again.map((key) => `ADD ${constraintDefinition(key, flavor)}`),
  ];
  return lists.filter((list) => list.length > 0).map((list) => `ALTER TABLE ${table} ${list.join(", ")}`);
}

/** Where only the columns can take the database's character set with them, they all do; what differs is put right after. */
function charsetFirst(from: TableSchema, to: TableSchema, flavor: Flavor): string[][] {
  const leaves = inheritedCollation(from) !== "" && inheritedCollation(to) === "";
  return leaves && flavor.databaseCharset === null ? [["CONVERT TO CHARACTER SET DEFAULT"]] : [];
}

function clausesOf(
  change: TableChange,
  flavor: Flavor,
): { clauses: readonly string[]; again: readonly ForeignKeySchema[] } {
  const { from, to } = change;
  const remade = remadeColumns(change);
  const constraints = constraintClauses(change, remade, flavor);
  const indexes = indexClauses(change, remade, flavor);
  return {
    clauses: [
      ...constraints.dropped,
      ...indexes.dropped,
      ...columnClauses(change, remade, flavor),
      ...indexes.added,
      ...constraints.added,
      ...counterStart(change),
      ...charsetChange(from, to, flavor),
      ...optionChanges(from, to),
    ],
    again: constraints.again,
  };
}

function charsetChange(from: TableSchema, to: TableSchema, flavor: Flavor): string[] {
  if (inheritedCollation(from) === inheritedCollation(to)) return [];
  if (inheritedCollation(to) !== "") return charsetOptions(to);
  return flavor.databaseCharset === null ? [] : [flavor.databaseCharset];
}

function counterStart({ from, to }: TableChange): string[] {
  const counts = ({ columns }: TableSchema) => columns.find(({ identity }) => identity !== null)?.identity ?? null;
  const start = counts(to)?.sequence.start ?? null;
  return counts(from) === null && start !== null ? [`AUTO_INCREMENT = ${start}`] : [];
}

/** [before, after] of each column that stays. */
function pairs({ from, to, columns }: TableChange): (readonly [ColumnSchema, ColumnSchema])[] {
  return from.columns.flatMap((column) => {
    const after = to.columns.find(({ name }) => name === columns.get(column.name));
    return after === undefined ? [] : [[column, after] as const];
  });
}

/** Columns, by their names before, that have to be dropped and added: neither engine makes a virtual one anything else. */
function remadeColumns(change: TableChange): Set<string> {
  const isReplaced = ({ name }: ColumnSchema) =>
    !change.columns.has(name) && change.to.columns.some((column) => column.name === name);
  const remade = new Set(change.from.columns.filter(isReplaced).map(({ name }) => name));
  const kind = ({ generated }: ColumnSchema) => generated?.storage ?? "plain";
  const isVirtual = (column: ColumnSchema) => kind(column) === "virtual";
  let count = -1;
  while (count < remade.size) {
    count = remade.size;
    for (const [before, after] of pairs(change)) {
      const changes = kind(before) !== kind(after) && (isVirtual(before) || isVirtual(after));
      const speaks = [...remade].some((name) => mentions(before.generated?.expression.sql ?? "", name));
      if (changes || speaks) remade.add(before.name);
    }
  }
  return remade;
}

function columnClauses(change: TableChange, remade: ReadonlySet<string>, flavor: Flavor): string[] {
  const { from, to } = change;
  const both = pairs(change);
  const dropped = from.columns.filter(({ name }) => remade.has(name) || !both.some(([before]) => before.name === name));
  const changed = both.flatMap(([before, after]) => {
    if (remade.has(before.name)) return [];
    const renamed = before.name !== after.name;
    const checks = [columnChecks(before, from, flavor), columnChecks(after, to, flavor)];
    if (sameDefinition(before, after) && equal(checks[0], checks[1]) && !isReset(before, after, from, to, flavor))
      return renamed ? [`RENAME COLUMN ${quote(before.name)} TO ${quote(after.name)}`] : [];
    const verb = renamed ? `CHANGE COLUMN ${quote(before.name)}` : "MODIFY COLUMN";
    return [`${verb} ${columnLine(after, to, flavor)}`];
  });
  const added = to.columns.flatMap((column, at) => {
    const before = both.find(([, after]) => after === column)?.[0];
    if (before !== undefined && !remade.has(before.name)) return [];
    const definition = columnLine(column, to, flavor);
    const previous = to.columns[at - 1];
    const place = previous === undefined ? " FIRST" : ` AFTER ${quote(previous.name)}`;
    return [`ADD COLUMN ${definition}${before === undefined ? "" : place}`];
  });
  return [...dropped.map(({ name }) => `DROP COLUMN ${quote(name)}`), ...changed, ...added];
}

/** The counter of an auto-increment column is never set again. */
export function sameDefinition(before: ColumnSchema, after: ColumnSchema): boolean {
  const shape = (column: ColumnSchema) => ({ ...column, name: "", identity: column.identity !== null });
  return equal(shape(before), shape(after));
}

/** A column without a collation of its own takes that of its table only when it is written again. */
function isReset(
  before: ColumnSchema,
  after: ColumnSchema,
  from: TableSchema,
  to: TableSchema,
  flavor: Flavor,
): boolean {
  if (!isText(after.type) || inheritedCollation(from) === inheritedCollation(to)) return false;
  if (before.collation === null && after.collation === null) return true;
  // CONVERT has made it another.
  return charsetFirst(from, to, flavor).length > 0;
}

function indexClauses(
  { from, to, columns, indexes }: TableChange,
  remade: ReadonlySet<string>,
  flavor: Flavor,
): { dropped: string[]; added: string[] } {
  const [dropped, added]: [string[], string[]] = [[], []];
  const kept = new Set<IndexSchema>();
  for (const index of from.indexes) {
    const name = indexes.get(index.name ?? "") ?? index.name;
    const after = to.indexes.find((other) => other.name === name);
    const carried = {
      ...index,
      parts: index.parts.map((part) => ({ ...part, column: renamed(part.column, columns) })),
    };
    const isRemade = [...remade].some((column) => indexMentions(index, column));
    const changes = after === undefined || isRemade ? null : indexChanges(carried, after, flavor);
    if (after !== undefined && changes !== null) {
      kept.add(after);
      added.push(...changes);
    } else dropped.push(`DROP INDEX ${quote(index.name ?? "")}`);
  }
  const fresh = to.indexes.filter((index) => !kept.has(index));
  const again = [...kept].filter((index) => mayVanish(index, fresh, from, to));
  return {
    dropped: [...dropped, ...again.map(({ name }) => `DROP INDEX ${quote(name ?? "")}`)],
    added: [...added, ...[...again, ...fresh].map((index) => `ADD ${indexDefinition(index, flavor)}`)],
  };
}

function renamed(column: string | null, columns: Names): string | null {
  return column === null ? null : (columns.get(column) ?? column);
}

/** `again`: foreign keys that one ALTER cannot drop and add by one name, or that point at a key of their own table it makes. */
function constraintClauses(
  change: TableChange,
  remade: ReadonlySet<string>,
  flavor: Flavor,
): { dropped: string[]; added: string[]; again: ForeignKeySchema[] } {
  const { from, to, columns, constraints } = change;
  const [dropped, added]: [string[], string[]] = [[], []];
  const again: ForeignKeySchema[] = [];
  const kept = new Set<ConstraintSchema>();
  const free = new Set<string>();
  for (const constraint of from.constraints) {
    if (isColumnCheck(constraint, flavor)) continue;
    const name = constraints.get(constraint.name ?? "") ?? constraint.name;
    const after = to.constraints.find(
      (other) => other.kind === constraint.kind && (name === null ? isTwin(other, constraint) : other.name === name),
    );
    const carried = carry(constraint, from, columns);
    if (after !== undefined && name === constraint.name && !speaksOf(constraint, remade)) {
      if (equal(carried, after)) kept.add(after);
      else if (
        carried.kind === "check" &&
        after.kind === "check" &&
        equal({ ...carried, enforced: after.enforced }, after)
      ) {
        kept.add(after);
        added.push(enforceCheck(after));
      }
    }
    if (after !== undefined && kept.has(after)) continue;
    dropped.push(dropConstraint(constraint, flavor));
    if (constraint.kind === "foreignKey" && constraint.name !== null) free.add(constraint.name);
  }
  for (const constraint of to.constraints) {
    if (kept.has(constraint) || isColumnCheck(constraint, flavor)) continue;
    if (constraint.kind === "foreignKey" && (free.has(constraint.name ?? "") || pointsAtNew(constraint, change)))
      again.push(constraint);
    else added.push(`ADD ${constraintDefinition(constraint, flavor)}`);
  }
  return { dropped, added, again };
}

function pointsAtNew({ table, references }: ForeignKeySchema, { from, to, columns }: TableChange): boolean {
  if (!sameName(table, to)) return false;
  const names = (list: readonly (string | null)[]) => list.map((name) => renamed(name, columns));
  const has = from.constraints.some((key) => key.kind === "primaryKey" && equal(names(key.columns), references));
  return !has && !from.indexes.some(({ parts }) => equal(names(parts.map(({ column }) => column)), references));
}

/** What has no name is the same as what is alike; a table has one primary key. */
function isTwin(one: ConstraintSchema, other: ConstraintSchema): boolean {
  return one.kind === "primaryKey" || equal(one, other);
}

/** With the columns' names after; the engine renames them in keys by itself. */
function carry(constraint: ConstraintSchema, table: TableSchema, columns: Names): ConstraintSchema {
  const names = (list: readonly string[]) => list.map((name) => columns.get(name) ?? name);
  switch (constraint.kind) {
    case "check":
      return constraint;
    case "foreignKey": {
      const { references } = constraint;
      const own = sameName(constraint.table, table);
      return { ...constraint, columns: names(constraint.columns), references: own ? names(references) : references };
    }
    default:
      return { ...constraint, columns: names(constraint.columns) };
  }
}

function speaksOf(constraint: ConstraintSchema, columns: ReadonlySet<string>): boolean {
  return [...columns].some((name) =>
    constraint.kind === "check" ? mentions(constraint.expression.sql, name) : constraint.columns.includes(name),
  );
}
