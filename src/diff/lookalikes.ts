/** A drop and an add that look like one rename without its hint: a person should say which it is. */

import type { ColumnSchema } from "../model/column-schema.js";
import { canonical } from "../model/equal.js";
import { formatName, formatWord, type ObjectName } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import type { Operation } from "../operation/operation.js";

export interface RenameSuggestion {
  readonly noun: "table" | "column";
  /** As people write them: `users.name`. */
  readonly dropped: string;
  readonly created: string;
  /** What to write behind the new name: `@was(name)`. */
  readonly add: string;
}

/** How much of the columns two tables must share to look like one. */
const overlap = 0.8;

/** Conservative: only where there is one candidate, so that what is suggested is worth stopping for. */
export function looksLikeRename(operations: readonly Operation[]): RenameSuggestion[] {
  return [...tables(operations), ...columns(operations)];
}

function columns(operations: readonly Operation[]): RenameSuggestion[] {
  const changes = new Map<string, { on: ObjectName; dropped: ColumnSchema[]; created: ColumnSchema[] }>();
  for (const operation of operations) {
    if (operation.noun !== "column") continue;
    const { on } = operation;
    const change = changes.get(formatName(on)) ?? { on, dropped: [], created: [] };
    changes.set(formatName(on), change);
    if (operation.verb === "drop") change.dropped.push(operation.before);
    if (operation.verb === "create") change.created.push(operation.after);
  }
  return [...changes.values()].flatMap(({ on, dropped, created }) =>
    onlyPairs(dropped, created, (a, b) => shape(a) === shape(b)).map(([from, to]) => ({
      noun: "column" as const,
      dropped: `${formatName(on)}.${formatWord(from.name)}`,
      created: `${formatName(on)}.${formatWord(to.name)}`,
      add: `@was(${formatWord(from.name)})`,
    })),
  );
}

function tables(operations: readonly Operation[]): RenameSuggestion[] {
  const dropped: TableSchema[] = [];
  const created: TableSchema[] = [];
  for (const operation of operations) {
    if (operation.noun !== "table") continue;
    if (operation.verb === "drop") dropped.push(operation.before);
    if (operation.verb === "create") created.push(operation.after);
  }
  return onlyPairs(dropped, created, alike).map(([from, to]) => ({
    noun: "table",
    dropped: formatName(from),
    created: formatName(to),
    add: `@was(${formatWord(from.name)})`,
  }));
}

/** Pairs in which each is the only candidate of the other. */
function onlyPairs<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): [T, T][] {
  return before.flatMap((from): [T, T][] => {
    const [to, ...others] = after.filter((candidate) => same(from, candidate));
    if (to === undefined || others.length > 0) return [];
    return before.filter((candidate) => same(candidate, to)).length === 1 ? [[from, to]] : [];
  });
}

function alike(a: TableSchema, b: TableSchema): boolean {
  if (a.schema !== b.schema) return false;
  const names = new Set(a.columns.map(({ name }) => name));
  const shared = b.columns.filter(({ name }) => names.has(name)).length;
  return shared >= overlap * Math.max(a.columns.length, b.columns.length);
}

/** What data a column can hold. */
function shape({ type, nullable }: ColumnSchema): string {
  return canonical([type, nullable]);
}
