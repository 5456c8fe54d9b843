/** Default expressions in DDL. */

import { parseExpression } from "./expression-parser.js";
import { inParens } from "./syntax.js";

const simple = new Set(["number", "string", "word", "call", "cast", "array"]);

/** DEFAULT takes a restricted expression: what is not plainly simple goes in parentheses. */
export function defaultText(sql: string): string {
  const parsed = parseExpression(sql);
  return parsed !== null && simple.has(parsed.kind) && !sql.includes("--") ? sql : inParens(sql);
}
