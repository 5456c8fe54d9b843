/** The rows in which a column holds something that its definition alone would not bring back. */

import type { Guard } from "../../dialect/statement.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import { baseType, domainDefault } from "../../model/domain-schema.js";
import { type ObjectName, sameName } from "../../model/name.js";
import { isConstantDefault } from "./expressions.js";
import { columnGuard } from "./guards.js";
import type { State } from "./lowering.js";
import { isBuiltin, typeText } from "./types.js";

/** Types without an equality; those that people give defaults are compared as text. */
const incomparable = new Set(["json", "xml", "point", "polygon", "line", "path", "lseg", "box", "circle"]);

export function lossGuard(on: ObjectName, column: ColumnSchema, state: State): Guard[] {
  if (column.generated !== null) return [];
  return columnGuard("loses", state, on, column.name, (name) => {
    const value = column.default ?? domainDefault(column.type, state.before.domains);
    const differs = value === null ? null : differsFrom(column, value.sql, name, state);
    return differs ?? (column.nullable ? `${name} IS NOT NULL` : null);
  });
}

function differsFrom(column: ColumnSchema, value: string, name: string, state: State): string | null {
  const type = baseType(column.type, state.before.domains);
  // The guard is asked when a value still has its earlier name.
  if (state.start.hasRenamedValues(type)) return null;
  const known = isBuiltin(type) || state.before.enums.some((item) => sameName(item, type));
  if (!known || !isConstantDefault(value)) return null;
  // An enum's operators do not know the domains over it.
  const own = type === column.type || isBuiltin(type) ? name : `${name}::${typeText(type)}`;
  if (type.dimensions > 0 || !incomparable.has(type.name)) return `${own} IS DISTINCT FROM ${value}`;
  return `${name}::text IS DISTINCT FROM (${value})::${type.name}::text`;
}
