/** Cuts a text into statements where psql does. */

import type { SplitStatement } from "../../dialect/dialect.js";
import { lexSql, type SqlToken } from "../../sql/lexer.js";
import { syntax } from "./syntax.js";

/**
 * A semicolon ends a statement outside parentheses and outside the `BEGIN ATOMIC … END` of a routine. That body is known
 * as psql knows it: `begin` opens one only in a `CREATE [OR REPLACE] FUNCTION|PROCEDURE`, and `case` then needs its own `end`.
 */
export function split(sql: string): SplitStatement[] {
  const statements: SplitStatement[] = [];
  let first: SqlToken | null = null;
  let end = 0;
  let parens = 0;
  let blocks = 0;
  let words: string[] = [];

  const close = () => {
    if (first !== null) statements.push({ sql: sql.slice(first.start, end), start: first.start, end });
    first = null;
    parens = 0;
    blocks = 0;
    words = [];
  };

  for (const token of lexSql(sql, syntax)) {
    if (token.kind === "space" || token.kind === "comment") continue;
    if (token.text === ";" && parens === 0 && blocks === 0) {
      close();
      continue;
    }
    first ??= token;
    end = token.start + token.text.length;
    if (token.text === "(") parens++;
    else if (token.text === ")") parens = Math.max(0, parens - 1);
    else if (token.kind === "word") {
      const word = token.text.toLowerCase();
      if (words.length < 4) words.push(word);
      if (parens === 0 && createsRoutine(words)) {
        if (word === "begin" || (word === "case" && blocks > 0)) blocks++;
        else if (word === "end") blocks = Math.max(0, blocks - 1);
      }
    }
  }
  close();
  return statements;
}

function createsRoutine(words: readonly string[]): boolean {
  const kind = words[1] === "or" && words[2] === "replace" ? words[3] : words[1];
  return words[0] === "create" && (kind === "function" || kind === "procedure");
}
