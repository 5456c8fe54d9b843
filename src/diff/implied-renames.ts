/** A constraint or index that is the same in all but its name was renamed: nothing can be lost by believing so. */

import type { ConstraintSchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { canonical } from "../model/equal.js";
import type { IndexSchema } from "../model/index-schema.js";
import { formatName } from "../model/name.js";
import type { Rename } from "../operation/operation.js";
import { pair } from "./pair.js";

type Member = ConstraintSchema | IndexSchema;

export function impliedRenames(
  before: DatabaseSchema,
  after: DatabaseSchema,
): (Rename<"constraint"> | Rename<"index">)[] {
  const taken = new Set(before.tables.flatMap((table) => [table, ...table.constraints, ...table.indexes]).map(nameOf));
  return pair(before.tables, after.tables, formatName).both.flatMap(([from, to]) => {
    if (from === to) return [];
    const on = { schema: to.schema, name: to.name };
    return [
      ...moved(from.constraints, to.constraints, taken).map((move) => ({ ...move, noun: "constraint", on }) as const),
      ...moved(from.indexes, to.indexes, taken).map((move) => ({ ...move, noun: "index", on }) as const),
    ];
  });
}

/** Names that are gone, each with the one new name for the same content; nothing where there could be a choice. */
function moved(before: readonly Member[], after: readonly Member[], taken: ReadonlySet<string>) {
  const { dropped, created } = pair(before, after, nameOf);
  if (dropped.length === 0 || created.length === 0) return [];
  return created.flatMap((member) => {
    const same = (other: Member) => other.name !== null && content(other) === content(member);
    const [only, ...others] = dropped.filter(same);
    if (member.name === null || only?.name == null || taken.has(member.name)) return [];
    if (others.length > 0 || created.filter(same).length > 1) return [];
    return [{ verb: "rename", from: only.name, to: member.name } as const];
  });
}

function nameOf({ name }: { readonly name: string | null }): string {
  return name ?? "";
}

function content(member: Member): string {
  return canonical({ ...member, name: null });
}
