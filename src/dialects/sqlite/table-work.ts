/** What a list of operations means for each table: changed in place, or made anew once, when its last change is due. */

import type { UnmanagedObject } from "../../dialect/dialect.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { Operation } from "../../operation/operation.js";
import { canAdd, canDrop } from "./columns.js";
import { readEnumCheck } from "./enums.js";
import { mentions } from "./expressions.js";
import { type Moment, tableOf } from "./moment.js";
import { isRename, type RenameOrder, renameOrder } from "./rename-order.js";

/** A table through all its names. */
export interface TableWork {
  /** All names it has or will have, the first one first. */
  readonly names: string[];
  /** Places in the list of the operations on it. */
  readonly places: number[];
  /** ALTER TABLE is not enough. */
  rebuild: boolean;
  /** Place of the last operation that is done when the table is made; -1: none. */
  last: number;
  created: boolean;
  dropped: boolean;
  /** Constraints that go along with the column they stand on: by the place of the column, the places of them. */
  readonly riders: Map<number, number[]>;
  renames: RenameOrder;
}

/** The work that each operation belongs to; null for what is no table's. */
export function tableWork(moments: readonly Moment[], unmanaged: readonly UnmanagedObject[]): (TableWork | null)[] {
  const live = new Map<string, TableWork>();
  const result = moments.map(({ operation }, place) => {
    const name = tableOf(operation);
    if (name === null) return null;
    const starts = operation.noun === "table" && operation.verb === "create";
    const work = (starts ? undefined : live.get(name)) ?? newWork(name);
    live.set(name, work);
    work.places.push(place);
    if (starts || isStructural(operation)) work.last = place;
    if (starts) work.created = true;
    if (operation.noun === "table" && operation.verb === "drop") {
      work.dropped = true;
      live.delete(name);
    }
    if (operation.noun === "table" && operation.verb === "rename") {
      work.names.push(operation.to);
      live.delete(name);
      live.set(operation.to, work);
    }
    return work;
  });
  for (const work of new Set(result)) {
    if (work === null) continue;
    decide(work, moments);
    const renames = work.places.flatMap((place) => moments[place]?.operation ?? []).filter(isRename);
    if (!work.rebuild) continue;
    work.renames = renameOrder(work.names, renames, unmanaged);
    // Indexes are made with the table, so that none is made twice.
    const isIndex = (operation: Operation | undefined) => operation?.noun === "index" && operation.verb !== "drop";
    work.last = Math.max(work.last, ...work.places.filter((place) => isIndex(moments[place]?.operation)));
  }
  return result;
}

function newWork(name: string): TableWork {
  return {
    names: [name],
    places: [],
    rebuild: false,
    last: -1,
    created: false,
    dropped: false,
    riders: new Map(),
    renames: "asPlanned",
  };
}

/** Changes what `CREATE TABLE` says; renaming is not among it, since SQLite does that by itself. */
export function isStructural({ noun, verb }: Operation): boolean {
  return (
    noun === "constraint" ||
    noun === "enumValue" ||
    (noun === "column" && verb !== "rename") ||
    (noun === "table" && verb === "alter")
  );
}

function decide(work: TableWork, moments: readonly Moment[]): void {
  if (work.created || work.dropped) return;
  const riding = new Set<number>();
  for (const place of work.places) {
    const host = hostOf(place, work.places, moments);
    if (host === null) continue;
    riding.add(place);
    work.riders.set(host, [...(work.riders.get(host) ?? []), place]);
  }
  work.rebuild = work.places.some((place) => {
    const moment = moments[place];
    return moment !== undefined && isStructural(moment.operation) && !riding.has(place) && !inPlace(moment);
  });
}

/** Place of the new column that a new constraint can stand on: then ADD COLUMN makes both. */
function hostOf(place: number, places: readonly number[], moments: readonly Moment[]): number | null {
  const constraint = madeAt(moments[place]);
  if (constraint === null) return null;
  const earlier = places.filter((other) => other < place);
  const host = earlier.findLast((other) => {
    const column = columnMadeAt(moments[other]);
    return column !== null && speaksOf(constraint, column.name);
  });
  const column = host === undefined ? null : columnMadeAt(moments[host]);
  if (host === undefined || column === null || !canAdd(column) || !canStandOn(constraint, column)) return null;
  return earlier.some((other) => other > host && moments[other]?.operation.verb === "rename") ? null : host;
}

function madeAt(moment: Moment | undefined): ConstraintSchema | null {
  const operation = moment?.operation;
  return operation?.noun === "constraint" && operation.verb === "create" ? operation.after : null;
}

function columnMadeAt(moment: Moment | undefined): ColumnSchema | null {
  const operation = moment?.operation;
  return operation?.noun === "column" && operation.verb === "create" ? operation.after : null;
}

function speaksOf(constraint: ConstraintSchema, column: string): boolean {
  return constraint.kind === "check"
    ? mentions(constraint.expression.sql, column)
    : constraint.columns.includes(column);
}

function canStandOn(constraint: ConstraintSchema, column: ColumnSchema): boolean {
  if (constraint.kind === "foreignKey") return constraint.columns.length === 1 && column.default === null;
  if (constraint.kind !== "check" || constraint.settings.length > 0) return false;
  // What would be read back as an enum must not stand there.
  return constraint.name !== null || readEnumCheck(column.name, constraint.expression.sql) === null;
}

function inPlace({ operation, before, made }: Moment): boolean {
  if (operation.noun !== "column") return false;
  if (operation.verb === "create") return made === null && canAdd(operation.after);
  const table = before.tables.find(({ name }) => name === operation.on.name);
  return operation.verb === "drop" && table !== undefined && canDrop(table, operation.before);
}
