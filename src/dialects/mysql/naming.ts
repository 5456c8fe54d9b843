/** Names for what the author did not name: never too long, and free among those taken. */

import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { hash } from "./short-names.js";
import { fold } from "./syntax.js";

const limit = 64;

/**
 * `users_email_key`, `posts_author_id_fkey`; null for a primary key, which has no name. Names of checks and foreign keys
 * are one space per database on MySQL, so the table stands in front of all.
 */
export function nameFor(
  table: TableSchema,
  member: ConstraintSchema | IndexSchema,
  taken: ReadonlySet<string>,
): string | null {
  const [columns, label] = partsOf(member);
  if (label === null) return null;
  const used = new Set([...taken].map(fold));
  const whole = [table.name, ...columns, label].join("_");
  // Two long names may be cut to the same text: a hash of the whole keeps them apart.
  const base = length(whole) <= limit ? whole : `${cut(whole, limit - label.length - 10)}_${hash(whole)}_${label}`;
  let name = base;
  for (let count = 1; used.has(fold(name)); count++) name = `${cut(base, limit - String(count).length)}${count}`;
  return name;
}

function partsOf(member: ConstraintSchema | IndexSchema): readonly [columns: readonly string[], label: string | null] {
  if (!("kind" in member)) return [member.parts.map(({ column }) => column ?? "expr"), member.unique ? "key" : "idx"];
  switch (member.kind) {
    case "primaryKey":
      return [[], null];
    case "unique":
      return [member.columns, "key"];
    case "foreignKey":
      return [member.columns, "fkey"];
    case "check":
      return [[], "check"];
  }
}

/** The engine counts characters, not UTF-16 units. */
function length(text: string): number {
  return [...text].length;
}

function cut(text: string, count: number): string {
  return [...text].slice(0, count).join("").replace(/ +$/, "");
}
