/** Cuts a text into statements where SQLite does. */

import type { SplitStatement } from "../../dialect/dialect.js";
import { lexSql, type SqlToken, significant } from "../../sql/lexer.js";
import { syntax } from "./syntax.js";

const triggerHead = /^(?:explain (?:query plan )?)?create (?:temp |temporary )?trigger /;

/**
 * A semicolon ends a statement, except in CREATE TRIGGER: there only the one after an END that itself follows a semicolon
 * (so that the END of a CASE counts for nothing). The rule is that of `sqlite3_complete`.
 */
export function split(sql: string): SplitStatement[] {
  const statements: SplitStatement[] = [];
  let current: SqlToken[] = [];
  const close = () => {
    const first = current[0];
    const last = current.at(-1);
    if (first !== undefined && last !== undefined) {
      const end = last.start + last.text.length;
      statements.push({ sql: sql.slice(first.start, end), start: first.start, end });
    }
    current = [];
  };
  for (const token of significant(lexSql(sql, syntax))) {
    if (token.text !== ";") current.push(token);
    else if (!isTrigger(current) || bodyHasEnded(current)) close();
    else current.push(token);
  }
  close();
  return statements;
}

function isTrigger(tokens: readonly SqlToken[]): boolean {
  return triggerHead.test(`${tokens.slice(0, 6).map(lower).join(" ")} `);
}

function bodyHasEnded(tokens: readonly SqlToken[]): boolean {
  const last = tokens.at(-1);
  return last !== undefined && lower(last) === "end" && tokens.at(-2)?.text === ";";
}

function lower(token: SqlToken): string {
  return token.kind === "word" ? token.text.toLowerCase() : token.text;
}
