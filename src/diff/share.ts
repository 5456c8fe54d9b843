/** Takes tables over from the other side where they are the same: later steps then see at a glance that nothing changed. */

import type { DatabaseSchema } from "../model/database-schema.js";
import { equal } from "../model/equal.js";
import { formatName } from "../model/name.js";

/** `after`, with `before`'s own object for each table that is equal on both sides. */
export function share(before: DatabaseSchema, after: DatabaseSchema): DatabaseSchema {
  const live = new Map(before.tables.map((table) => [formatName(table), table]));
  const tables = after.tables.map((table) => {
    const other = live.get(formatName(table));
    return equal(other, table) ? (other ?? table) : table;
  });
  return { ...after, tables };
}
