/**
 * Settings of a TOAST table that is not there: the server drops them without a word, so on the live side there are none.
 */

import type { Connection } from "../../dialect/connection.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { equal } from "../../model/equal.js";
import { sameName } from "../../model/name.js";
import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import { quoteName } from "./syntax.js";

const idleQuery = `
SELECT n.name FROM json_array_elements_text(?::json) n (name)
JOIN pg_class c ON c.oid = to_regclass(n.name) WHERE c.reltoastrelid = 0`;

/** A table whose columns change keeps its settings: with them it may get its TOAST table. */
export async function withoutIdleToast(
  before: DatabaseSchema,
  after: DatabaseSchema,
  connection: Connection,
): Promise<DatabaseSchema> {
  const names = after.tables.flatMap((table) => {
    if (!table.settings.some(isToast)) return [];
    const live = before.tables.find((other) => sameName(other, table));
    const isOpen = live !== undefined && !live.settings.some(isToast) && sameColumns(live, table);
    return isOpen ? [quoteName(table)] : [];
  });
  if (names.length === 0) return after;
  const rows = await connection.query(idleQuery, [JSON.stringify(names)]);
  const idle = new Set(rows.map(({ name }) => name));
  return {
    ...after,
    tables: after.tables.map((table) =>
      idle.has(quoteName(table)) ? { ...table, settings: table.settings.filter((item) => !isToast(item)) } : table,
    ),
  };
}

function isToast({ name }: Setting): boolean {
  return name.startsWith("toast.");
}

function sameColumns(live: TableSchema, table: TableSchema): boolean {
  const sorted = ({ columns }: TableSchema) => columns.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return equal(sorted(live), sorted(table));
}
