/** A few words that name a migration's file. */

import type { DatabaseSchema } from "../model/database-schema.js";
import { kindOf, objectOf, touchedBy } from "../operation/describe.js";
import type { Operation } from "../operation/operation.js";

const longest = 50;

/** `add_column_users_nickname`; `alter_users` where one table changes in several ways; `init` for the first tables. */
export function slugOf(operations: readonly Operation[], before: DatabaseSchema): string {
  const [first] = operations;
  if (first === undefined) return "empty";
  if (operations.length === 1) return words(`${kindOf(first)} ${objectOf(first)}`);
  if (before.tables.length === 0 && operations.every(({ verb }) => verb === "create")) return "init";
  const touched = new Set(operations.flatMap(touchedBy));
  const [table] = touched;
  if (touched.size === 1 && table !== undefined) return words(`alter ${table}`);
  return `${words(`${kindOf(first)} ${objectOf(first)}`, longest - 12)}_and_${operations.length - 1}_more`;
}

/** Lower-case ASCII words joined by `_`, at most `limit` characters; what a person typed after `covet plan` too. */
export function words(text: string, limit: number = longest): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return plain.slice(0, limit).replace(/_+$/, "") || "change";
}
