/** MariaDB's JSON: text with a check on the column's own line, in exactly this spelling. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { CheckSchema } from "../../model/constraint-schema.js";
import type { Flavor } from "./facts.js";
import type { CatalogRow } from "./rows.js";
import { quote } from "./syntax.js";

const storage = { type: "longtext", collation: "utf8mb4_bin" };

/**
 * Whether the check is what makes a column JSON; then it has become so. The check is called as the column was when it was
 * made, so its text alone says which one it is. `collation` is the table's: a column of that collation shows none.
 */
export function withJson(
  columns: ColumnSchema[],
  collation: string | null,
  row: CatalogRow,
  check: CheckSchema,
  flavor: Flavor,
): boolean {
  if (!flavor.jsonIsText || !row.flag("on_column")) return false;
  const at = columns.findIndex(({ name }) => check.expression.sql === `json_valid(${quote(name)})`);
  const column = columns[at];
  if (column?.type.name !== storage.type || (column.collation ?? collation) !== storage.collation) return false;
  columns[at] = { ...column, type: { ...column.type, name: "json" }, collation: null };
  return true;
}
