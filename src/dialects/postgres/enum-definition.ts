/** Enum types as DDL spells them. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import { commentChange } from "./comments.js";
import { literal, quoteName } from "./syntax.js";

export function createEnum(item: EnumSchema): Statement[] {
  return [
    statement(`CREATE TYPE ${quoteName(item)} AS ENUM (${item.values.map(literal).join(", ")})`),
    ...enumComment(item, null),
  ];
}

export function enumComment(after: EnumSchema, before: string | null): Statement[] {
  return commentChange(`TYPE ${quoteName(after)}`, before, after.comment);
}

/** The values to add, each with its place; null when a value has gone or moved. */
export function additions(before: readonly string[], after: readonly string[]): string[] | null {
  const kept = after.filter((value) => before.includes(value));
  if (kept.length !== before.length || kept.some((value, place) => value !== before[place])) return null;
  return after.flatMap((value, place) => {
    if (before.includes(value)) return [];
    const previous = after[place - 1];
    const next = before[0];
    if (previous !== undefined) {
      const atEnd = kept.every((other) => after.indexOf(other) < place);
      return [atEnd ? literal(value) : `${literal(value)} AFTER ${literal(previous)}`];
    }
    return [next === undefined ? literal(value) : `${literal(value)} BEFORE ${literal(next)}`];
  });
}
