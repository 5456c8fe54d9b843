/** The index by which replication knows a row: the server forgets it with the index, even where that is only made anew. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { findTable, type State } from "./lowering.js";
import { settingValue } from "./storage.js";
import { quote, quoteName } from "./syntax.js";

/**
 * Whether the table's index by which replication knows a row is still to come, here or in a later name: it is then told
 * when it comes.
 */
export function identityComes(table: ObjectName, { after, end }: State): boolean {
  const [now, later] = [after, end].map((schema) => findTable(schema, table));
  const index = settingValue(now?.settings ?? [], "replica_identity");
  const has = (of: TableSchema | null | undefined) =>
    [...(of?.indexes ?? []), ...(of?.constraints ?? [])].some(({ name }) => name === index);
  return !has(now) && has(later);
}

/** What stands after indexes and keys of the table were dropped and created again. */
export function identifyAgain(table: TableSchema | null, members: readonly { name: string | null }[]): Statement[] {
  const index = settingValue(table?.settings ?? [], "replica_identity");
  if (table === null || index === null || !members.some(({ name }) => name === index)) return [];
  return [statement(`ALTER TABLE ${quoteName(table)} REPLICA IDENTITY USING INDEX ${quote(index)}`)];
}
