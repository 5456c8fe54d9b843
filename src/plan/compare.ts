/** The line of truth: how many objects were compared, and what came of it. */

import type { DatabaseSchema } from "../model/database-schema.js";
import { canonical, equal } from "../model/equal.js";
import { formatName, formatWord } from "../model/name.js";
import type { Operation } from "../operation/operation.js";
import type { Plan } from "./planned.js";

/** Each object by a key of its own, with its content without that of its parts; but for those both sides share. */
function objects(schema: DatabaseSchema, shared: ReadonlySet<object>): Map<string, unknown> {
  const result = new Map<string, unknown>();
  for (const namespace of schema.namespaces) result.set(`schema ${formatWord(namespace.name)}`, namespace);
  for (const item of schema.enums) result.set(`enum ${formatName(item)}`, item);
  for (const domain of schema.domains) result.set(`domain ${formatName(domain)}`, domain);
  for (const table of schema.tables) {
    if (shared.has(table)) continue;
    const name = formatName(table);
    const { columns, constraints, indexes, ...header } = table;
    result.set(`table ${name}`, header);
    for (const column of columns)
      if (!shared.has(column)) result.set(`column ${name}.${formatWord(column.name)}`, column);
    for (const [noun, members] of [
      ["constraint", constraints],
      ["index", indexes],
    ] as const) {
      for (const member of members) {
        if (shared.has(member)) continue;
        // Unnamed members of equal content are counted apart.
        const key = `${noun} ${name}.${member.name ?? canonical(member)}`;
        let copy = 0;
        while (result.has(`${key}#${copy}`)) copy++;
        result.set(`${key}#${copy}`, member);
      }
    }
  }
  return result;
}

/** The tables, and parts of tables, that are one object on both sides. */
function sharedBy(before: DatabaseSchema, after: DatabaseSchema): Set<object> {
  const parts = ({ tables }: DatabaseSchema): object[] =>
    tables.flatMap((table) => [table, ...table.columns, ...table.constraints, ...table.indexes]);
  const live = new Set(parts(before));
  return new Set(parts(after).filter((part) => live.has(part)));
}

/** `undecided` objects are counted neither equal nor changed. */
export function compare(
  before: DatabaseSchema,
  after: DatabaseSchema,
  operations: readonly Operation[],
  undecided: number,
): Plan["compared"] {
  const shared = sharedBy(before, after);
  const left = objects(before, shared);
  const right = objects(after, shared);
  const all = new Set([...left.keys(), ...right.keys()]);
  // A renamed object stands on both sides under two names; it is one object.
  const inner = ["enumValue", "domainCheck"];
  const renames = operations.filter(({ verb, noun }) => verb === "rename" && !inner.includes(noun)).length;
  const alike = [...all].filter((key) => equal(left.get(key), right.get(key))).length;
  const changed = Math.max(all.size - alike - renames, operations.length > 0 ? 1 : 0);
  const same = alike + shared.size;
  return { objects: changed + same, equal: same - undecided, changed };
}
