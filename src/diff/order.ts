/** A list of operations that is legal at each step: what is needed first, first; names given up before they are taken. */

import type { ForeignKeySchema } from "../model/constraint-schema.js";
import { canonical, equal } from "../model/equal.js";
import { formatName } from "../model/name.js";
import { kindOf, objectOf } from "../operation/describe.js";
import { type Effects, effectsOf } from "../operation/effects.js";
import type { Create, Operation } from "../operation/operation.js";
import { splitCycles } from "./cycles.js";
import { sortByEdges } from "./topological.js";

/** Among operations that do not depend on each other, this order. */
const priorities = [
  /^RENAME_/,
  /^DROP_FOREIGN_KEY$/,
  /^DROP_INDEX$/,
  /^DROP_(PRIMARY_KEY|UNIQUE|CHECK)$/,
  /^DROP_TABLE$/,
  /^DROP_COLUMN$/,
  /^(CREATE|ALTER)_SCHEMA$/,
  /^CREATE_ENUM$/,
  /^ALTER_ENUM$/,
  /^(CREATE|ALTER)_DOMAIN$/,
  /^CREATE_TABLE$/,
  /^ADD_COLUMN$/,
  /^ALTER_COLUMN$/,
  /^(ADD|ALTER)_(PRIMARY_KEY|UNIQUE|CHECK)$/,
  /^(ADD|ALTER)_INDEX$/,
  /^(ADD|ALTER)_FOREIGN_KEY$/,
  /^ALTER_TABLE$/,
  /^DROP_DOMAIN$/,
  /^DROP_ENUM$/,
  /^DROP_SCHEMA$/,
];

/**
 * The same operations in order; only a circle of foreign keys is cut open, and a key that moves is dropped and created. The answer depends on nothing but the list,
 * in which renames stand before what speaks in their new names. `reads` gives the SQL, if any, that an operation reads
 * its table with as it was.
 */
export function order(
  operations: readonly Operation[],
  reads: (operation: Operation) => string | null = () => null,
): Operation[] {
  const list = splitCycles(operations.flatMap(splitForeignKey));
  if (list.length < 2) return list;
  const ranked = list.map((item, at) => ({ at, item, priority: priorityOf(item), name: tieOf(item) }));
  ranked.sort((a, b) => a.priority - b.priority || compareText(a.name, b.name) || tie(a.item, b.item) || a.at - b.at);
  const rank = new Array<number>(list.length);
  for (const [place, { at }] of ranked.entries()) rank[at] = place;
  return sortByEdges(list, rank, edgesOf(list, reads));
}

function priorityOf(operation: Operation): number {
  const kind = kindOf(operation);
  return priorities.findIndex((pattern) => pattern.test(kind));
}

/** Columns are created in the order of the files, all else goes by name. */
function tieOf(operation: Operation): string {
  return isNewColumn(operation) ? formatName(operation.on) : objectOf(operation);
}

/** Members without a name may look the same until one reads all of them. */
function tie(a: Operation, b: Operation): number {
  return isNewColumn(a) || isNewColumn(b) ? 0 : compareText(canonical(a), canonical(b));
}

function isNewColumn(operation: Operation): operation is Create<"column"> {
  return operation.verb === "create" && operation.noun === "column";
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A foreign key that points elsewhere lets go of one key before another can take its place. */
function splitForeignKey(operation: Operation): Operation[] {
  if (operation.verb !== "alter" || operation.noun !== "constraint") return [operation];
  const { noun, on, before, after } = operation;
  if (before.kind !== "foreignKey" || after.kind !== "foreignKey") return [operation];
  const ends = (key: ForeignKeySchema) => [key.columns, key.table, key.references];
  if (equal(ends(before), ends(after))) return [operation];
  return [
    { verb: "drop", noun, on, before },
    { verb: "create", noun, on, after },
  ];
}

/** [first, then]: places in the list. */
type Edge = readonly [number, number];

function edgesOf(operations: readonly Operation[], reads: (operation: Operation) => string | null): Edge[] {
  const effects = operations.map((operation) => effectsOf(operation, reads(operation)));
  return [...dependencies(operations, effects), ...names(effects), ...speech(operations, effects)];
}

/** Create, then use; use no more, then drop; change a column between dropping and creating what lists it. */
function dependencies(operations: readonly Operation[], effects: readonly Effects[]): Edge[] {
  const created = new Index();
  const dropped = new Index();
  const changed = new Index();
  const isRename = (at: number) => operations[at]?.verb === "rename";
  for (const [at, { before, after }] of effects.entries()) {
    if (isRename(at)) continue;
    const had = new Set(before.has);
    const has = new Set(after.has);
    for (const key of has) if (!had.has(key)) created.add(key, at);
    for (const key of had) if (!has.has(key)) dropped.add(key, at);
    if (operations[at]?.noun === "column") for (const key of has) if (had.has(key)) changed.add(key, at);
  }
  const edges: Edge[] = [];
  for (const [at, { before, after }] of effects.entries()) {
    if (isRename(at)) continue;
    const still = new Set(after.uses);
    for (const key of still) for (const first of [...created.get(key), ...changed.get(key)]) edges.push([first, at]);
    for (const key of new Set(before.uses)) {
      if (!still.has(key)) for (const then of [...dropped.get(key), ...changed.get(key)]) edges.push([at, then]);
    }
  }
  return edges;
}

/** A name is given up before it is taken. */
function names(effects: readonly Effects[]): Edge[] {
  const taken = new Index();
  for (const [at, { before, after }] of effects.entries())
    for (const name of after.names) if (!before.names.includes(name)) taken.add(name, at);
  return effects.flatMap(({ before, after }, at) =>
    before.names
      .filter((name) => !after.names.includes(name))
      .flatMap((name) => taken.get(name).map((then): Edge => [at, then])),
  );
}

/** What speaks of something that is renamed stays on its side of the rename. */
function speech(operations: readonly Operation[], effects: readonly Effects[]): Edge[] {
  const renames = new Index();
  for (const [at, { before, after }] of effects.entries())
    if (operations[at]?.verb === "rename") for (const key of [...before.has, ...after.has]) renames.add(key, at);
  if (renames.isEmpty) return [];
  return effects.flatMap(({ before, after }, at) => {
    const keys = new Set([...before.has, ...before.uses, ...after.has, ...after.uses]);
    return [...keys].flatMap((key) =>
      renames.get(key).map((rename): Edge => (rename < at ? [rename, at] : [at, rename])),
    );
  });
}

/** Places in the list by key. */
class Index {
  private readonly places = new Map<string, number[]>();

  add(key: string, at: number): void {
    const list = this.places.get(key);
    if (list === undefined) this.places.set(key, [at]);
    else list.push(at);
  }

  get(key: string): readonly number[] {
    return this.places.get(key) ?? [];
  }

  get isEmpty(): boolean {
    return this.places.size === 0;
  }
}
