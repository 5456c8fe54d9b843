/** Names the engine would choose, and names covet gives where the author gave none: the same shape, never too long. */

import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { columnsIn } from "./expressions.js";

const limit = 63;
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** `<table>_<columns>_<label>` as PostgreSQL makes it: the longer part is cut first (makeObjectName). */
export function engineName(table: string, columns: string | null, label: string): string {
  const overhead = label.length + (columns === null ? 1 : 2);
  let first = bytes(table);
  let second = columns === null ? 0 : bytes(columns);
  while (first + second > limit - overhead) {
    if (first > second) first--;
    else second--;
  }
  return [cut(table, first), ...(columns === null ? [] : [cut(columns, second)]), label].join("_");
}

/** The longest start of a text that fits, never half a character. */
function cut(text: string, length: number): string {
  let result = "";
  let used = 0;
  for (const char of text) {
    used += bytes(char);
    if (used > length) break;
    result += char;
  }
  return result;
}

/** A table, or a domain, which has no columns. */
type Owner = Pick<TableSchema, "name" | "columns">;

/** Free among `taken`; the same for the same input. */
export function nameFor(table: Owner, member: ConstraintSchema | IndexSchema, taken: ReadonlySet<string>): string {
  const [columns, label] = partsOf(table, member);
  const whole = [table.name, ...columns, label].join("_");
  const short = engineName(table.name, columns.length === 0 ? null : columns.join("_"), label);
  // Two long names may be cut to the same text: a hash of the whole keeps them apart.
  const base = whole === short ? whole : engineName(table.name, `${cut(columns.join("_"), 24)}_${hash(whole)}`, label);
  let name = base;
  for (let count = 1; taken.has(name); count++) name = `${cut(base, limit - String(count).length)}${count}`;
  return name;
}

function partsOf(
  table: Owner,
  member: ConstraintSchema | IndexSchema,
): readonly [columns: readonly string[], label: string] {
  if (!("kind" in member)) return [member.parts.map(({ column }) => column ?? "expr"), "idx"];
  switch (member.kind) {
    case "primaryKey":
      return [[], "pkey"];
    case "unique":
      return [member.columns, "key"];
    case "foreignKey":
      return [member.columns, "fkey"];
    case "check": {
      // Like PostgreSQL: a check of one column carries its name.
      const used = columnsIn(
        member.expression.sql,
        table.columns.map(({ name }) => name),
      );
      return [used.size === 1 ? [...used] : [], "check"];
    }
  }
}

/** FNV-1a, in hex: short and stable. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, "0");
}
