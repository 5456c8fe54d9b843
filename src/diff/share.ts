/** Takes over from the other side what is the same there: later steps then see at a glance that nothing changed. */

import type { DatabaseSchema } from "../model/database-schema.js";
import { equal } from "../model/equal.js";
import { formatName } from "../model/name.js";

/** `after`, with `before`'s own object for each table that is equal on both sides, or else for each member that is. */
export function share(before: DatabaseSchema, after: DatabaseSchema): DatabaseSchema {
  const live = new Map(before.tables.map((table) => [formatName(table), table]));
  const tables = after.tables.map((table) => {
    const other = live.get(formatName(table));
    if (other === undefined) return table;
    if (equal(other, table)) return other;
    return {
      ...table,
      columns: shareMembers(other.columns, table.columns),
      constraints: shareMembers(other.constraints, table.constraints),
      indexes: shareMembers(other.indexes, table.indexes),
    };
  });
  return { ...after, tables };
}

/** By name, wherever they stand in the list; each is taken once. */
function shareMembers<T extends { readonly name: string | null }>(before: readonly T[], after: readonly T[]): T[] {
  const live = new Map(before.map((member) => [member.name, member]));
  return after.map((member) => {
    const other = live.get(member.name);
    if (other === undefined || !equal(other, member)) return member;
    live.delete(member.name);
    return other;
  });
}
