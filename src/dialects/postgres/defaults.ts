/** Default expressions in DDL. */

import { parseExpression } from "./expression-parser.js";
import { endsInComment, inParens } from "./syntax.js";

const simple = new Set(["number", "string", "word", "call", "cast", "array"]);

/** DEFAULT takes a restricted expression: what is not plainly simple goes in parentheses. */
export function defaultText(sql: string): string {
  const parsed = parseExpression(sql);
  return parsed !== null && simple.has(parsed.kind) && !endsInComment(sql) ? sql : inParens(sql);
}
