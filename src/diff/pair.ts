/** Which member of one schema is which of the other: by name, and by content where there is none. */

import type { ConstraintSchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { canonical } from "../model/equal.js";
import type { IndexSchema } from "../model/index-schema.js";
import { formatName } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";

export interface Paired<T> {
  readonly both: readonly (readonly [before: T, after: T])[];
  readonly dropped: readonly T[];
  readonly created: readonly T[];
}

/** Items with the same key, in the order of `after`. Of several with one key, the first goes with the first. */
export function pair<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): Paired<T> {
  const waiting = new Map<string, number[]>();
  for (const [at, item] of before.entries()) {
    const list = waiting.get(key(item));
    if (list === undefined) waiting.set(key(item), [at]);
    else list.push(at);
  }
  const both: [T, T][] = [];
  const created: T[] = [];
  const paired = new Set<number>();
  for (const item of after) {
    const at = waiting.get(key(item))?.shift() ?? -1;
    const other = before[at];
    if (other === undefined) created.push(item);
    else both.push([other, item]);
    paired.add(at);
  }
  return { both, dropped: before.filter((_, at) => !paired.has(at)), created };
}

type Member = ConstraintSchema | IndexSchema;
/** What a member's name is made of: its table; a domain is one without columns. */
export type Owner = Pick<TableSchema, "schema" | "name" | "columns">;
export type NameFor = (owner: Owner, member: Member, taken: ReadonlySet<string>) => string | null;

/**
 * Gives every unnamed constraint and index of `after` its name: the one that a live member with the same content has,
 * else one the engine would give. The order of the members stays.
 */
export function adoptNames(before: DatabaseSchema, after: DatabaseSchema, nameFor: NameFor): DatabaseSchema {
  if (!after.tables.some((table) => members(table).some(({ name }) => name === null))) return after;
  const live = new Map(before.tables.map((table) => [formatName(table), table]));
  const shared = new Set(before.tables);
  const nameless = new Set<Member>();
  const adopted = after.tables.map((table) => {
    const other = live.get(formatName(table));
    live.delete(formatName(table));
    if (shared.has(table)) return table;
    return {
      ...table,
      constraints: adopt(other?.constraints ?? [], table.constraints, nameless),
      indexes: adopt(other?.indexes ?? [], table.indexes, nameless),
    };
  });
  const taken = takenNames([...live.values(), ...adopted]);
  const tables = adopted.map((table) => {
    if (shared.has(table)) return table;
    const names = taken.get(table.schema) ?? new Set<string>();
    const name = <T extends Member>(member: T): T => {
      if (member.name !== null || nameless.has(member)) return member;
      const given = nameFor(table, member, names);
      if (given !== null) names.add(given);
      return { ...member, name: given };
    };
    return { ...table, constraints: table.constraints.map(name), indexes: table.indexes.map(name) };
  });
  return { ...after, tables };
}

/**
 * Names in use, by namespace. What a live member of the same table leaves behind is free: a check that changes keeps its
 * name that way, and becomes one `alter`.
 */
function takenNames(tables: readonly TableSchema[]): Map<string | null, Set<string>> {
  const taken = new Map<string | null, Set<string>>();
  for (const table of tables) {
    const names = taken.get(table.schema) ?? new Set<string>();
    taken.set(table.schema, names.add(table.name));
    for (const { name } of members(table)) if (name !== null) names.add(name);
  }
  return taken;
}

function members(table: TableSchema): readonly Member[] {
  return [...table.constraints, ...table.indexes];
}

/**
 * Unnamed members take the names of live ones that no named member claims. One that is live without a name stays without,
 * and is added to `nameless`.
 */
export function adopt<T extends Member>(
  live: readonly T[],
  wanted: readonly T[],
  nameless: Set<Member> = new Set(),
): readonly T[] {
  if (wanted.every(({ name }) => name !== null)) return wanted;
  const claimed = new Set(wanted.map(({ name }) => name));
  const free = live.filter(({ name }) => name === null || !claimed.has(name));
  const names = new Map<string, (string | null)[]>();
  for (const member of free) names.set(content(member), [...(names.get(content(member)) ?? []), member.name]);
  return wanted.map((member) => {
    const name = member.name === null ? names.get(content(member))?.shift() : undefined;
    if (name === undefined) return member;
    if (name === null) nameless.add(member);
    return name === null ? member : { ...member, name };
  });
}

function content(member: Member): string {
  return canonical({ ...member, name: null, comment: null });
}
