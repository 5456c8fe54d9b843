/** `COMMENT ON …`, for every noun. */

import { type Statement, statement } from "../../dialect/statement.js";
import { literal } from "./syntax.js";

/** Nothing where the comment stays the same. `object` is what stands after ON: `TABLE "users"`. */
export function commentChange(object: string, before: string | null, after: string | null): Statement[] {
  if (before === after) return [];
  return [statement(`COMMENT ON ${object} IS ${after === null ? "NULL" : literal(after)}`)];
}
