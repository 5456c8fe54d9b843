/** The rows in which a column holds something that its definition alone would not bring back. */

import type { Guard } from "../../dialect/statement.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ObjectName } from "../../model/name.js";
import { isConstantDefault } from "./expressions.js";
import { columnGuard } from "./guards.js";
import type { State } from "./lowering.js";
import { isBuiltin } from "./types.js";

/** Types without an equality that IS DISTINCT FROM could use. */
const incomparable = new Set(["json", "xml", "point", "polygon", "line", "path", "lseg", "box", "circle"]);

export function lossGuard(on: ObjectName, column: ColumnSchema, state: State): Guard[] {
  if (column.generated !== null) return [];
  const value = column.default?.sql ?? null;
  const comparable = isBuiltin(column.type) && (column.type.dimensions > 0 || !incomparable.has(column.type.name));
  return columnGuard("loses", state, on, column.name, (name) => {
    if (value !== null && comparable && isConstantDefault(value)) return `${name} IS DISTINCT FROM ${value}`;
    return column.nullable ? `${name} IS NOT NULL` : null;
  });
}
