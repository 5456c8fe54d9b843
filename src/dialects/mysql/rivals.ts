/** Which live members of a table an authored one could be. */

import type { ConstraintSchema } from "../../model/constraint-schema.js";
import { equal } from "../../model/equal.js";
import type { IndexSchema } from "../../model/index-schema.js";

/** Live members an authored one could be: the one of its name, or for an unnamed one those that no name claims. */
export function candidates<T extends ConstraintSchema | IndexSchema>(
  item: T,
  live: readonly T[],
  wanted: readonly T[],
): readonly T[] {
  if (item.name !== null) return live.filter(({ name }) => name === item.name);
  const claimed = new Set(wanted.map(({ name }) => name));
  return live.filter(({ name }) => name !== null && !claimed.has(name));
}

/** Equal in everything but name, comment and what `blank` leaves out; a named one is known by its name alone. */
export function alike(item: ConstraintSchema, other: ConstraintSchema, blank: object): boolean {
  if (item.name !== null) return true;
  const plain = { name: null, comment: null, ...blank };
  return equal({ ...item, ...plain }, { ...other, ...plain });
}

export function sameShape(index: IndexSchema, other: IndexSchema): boolean {
  if (index.name !== null) return true;
  const shape = (of: IndexSchema) => ({
    ...of,
    name: null,
    comment: null,
    parts: of.parts.map((part) => ({ ...part, expression: part.expression === null })),
  });
  return equal(shape(index), shape(other));
}
