/** What a text speaks of, as far as its tokens tell. */

import { lexSql, unquoteName } from "../../sql/lexer.js";
import { fold, syntax, tokensOf } from "./syntax.js";

/** Whether an expression may use a column: a word or a quoted name of that spelling, in any case. */
export function mentions(sql: string, column: string): boolean {
  const wanted = fold(column);
  return tokensOf(sql).some((token) =>
    token.kind === "word" || token.kind === "name" ? fold(unquoteName(token, syntax)) === wanted : false,
  );
}

/** A value that is the same for every row and at every time. */
export function isConstant(sql: string): boolean {
  const [first, ...rest] = tokensOf(sql);
  if (first?.kind === "punctuation" && (first.text === "-" || first.text === "+"))
    return rest.length === 1 && rest[0]?.kind === "number";
  if (first === undefined || rest.length > 0) return false;
  if (first.kind === "word") return /^(true|false|null)$/i.test(first.text);
  return first.kind === "number" || first.kind === "string";
}

/** The same meaning on one line and without comments, for a guard. */
export function oneLine(sql: string): string {
  const parts: string[] = [];
  for (const token of lexSql(sql.trim(), syntax)) {
    const gap = token.kind === "space" || token.kind === "comment";
    if (gap) {
      if (parts.at(-1) !== " ") parts.push(" ");
    } else parts.push(token.kind === "string" ? escapeBreaks(token.text) : token.text);
  }
  return parts.join("").trim();
}

/** Backslash escapes are on in every session of ours. */
function escapeBreaks(text: string): string {
  return text.replaceAll("\r", "\\r").replaceAll("\n", "\\n");
}
