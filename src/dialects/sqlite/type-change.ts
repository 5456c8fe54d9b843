/** What a new type does to values that are stored already: SQLite converts on copying, as far as the type asks for it. */

import type { ColumnSchema, ColumnType } from "../../model/column-schema.js";
import { type Affinity, affinityOf } from "./types.js";

const numbers: readonly Affinity[] = ["integer", "numeric", "real"];

/** A condition on the values (`name` is quoted) that would not come back as they were; null where all do. */
export function alteringValues(name: string, before: ColumnType, after: ColumnType): string | null {
  const [from, to] = [affinityOf(before), affinityOf(after)];
  if (from === to) return null;
  if (!numbers.includes(from) && numbers.includes(to))
    return `typeof(${name}) = 'text' AND ${name} IS NOT CAST(CAST(${name} AS numeric) AS text)`;
  if (to === "text") return `typeof(${name}) = 'real' AND ${name} IS NOT CAST(CAST(${name} AS text) AS real)`;
  if (to === "real") return `typeof(${name}) = 'integer' AND ${name} IS NOT CAST(CAST(${name} AS real) AS integer)`;
  return null;
}

/** A condition on the values that a column of a STRICT table refuses; `name` of the column is quoted by the caller. */
export function strictMisfits({ type, name: column, generated }: ColumnSchema): string | null {
  if (generated !== null) return null;
  const name = `"${column.replaceAll('"', '""')}"`;
  const text = `typeof(${name}) = 'text' AND ${name} IS NOT CAST(CAST(${name} AS numeric) AS text)`;
  switch (affinityOf(type)) {
    case "integer":
      return `typeof(${name}) = 'blob' OR (${text}) OR (typeof(${name}) = 'real' AND ${name} <> CAST(${name} AS integer))`;
    case "real":
      return `typeof(${name}) = 'blob' OR (${text})`;
    case "text":
      return `typeof(${name}) = 'blob'`;
    case "blob":
      return `typeof(${name}) NOT IN ('blob', 'null')`;
    case "numeric":
      return null;
  }
}
