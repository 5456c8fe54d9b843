/** Cuts a text into statements where the `mysql` client does, without its DELIMITER. */

import type { SplitStatement } from "../../dialect/dialect.js";
import { lexSql, type SqlToken } from "../../sql/lexer.js";
import { fold, syntax } from "./syntax.js";

/** Statements with a body that may hold semicolons. */
const routines = new Set(["procedure", "function", "trigger", "event", "package"]);
/** Words between CREATE and the kind: DEFINER, its account and others. */
const longestHead = 24;

/**
 * A semicolon ends a statement outside the body of a routine, a trigger or an event. There `begin`, `case`, `if`, `loop`,
 * `repeat` and `while` open a block, and `end` closes one, with the word of what it closes behind it or not.
 */
export function split(sql: string): SplitStatement[] {
  const statements: SplitStatement[] = [];
  let current: SqlToken[] = [];
  let blocks = 0;
  let isRoutine = false;

  const close = () => {
    const [first, last] = [current[0], current.at(-1)];
    if (first !== undefined && last !== undefined) {
      const end = last.start + last.text.length;
      statements.push({ sql: sql.slice(first.start, end), start: first.start, end });
    }
    current = [];
    blocks = 0;
    isRoutine = false;
  };

  const tokens = lexSql(sql, syntax).filter((token) => token.kind !== "space" && !isPlainComment(token));
  for (const [at, token] of tokens.entries()) {
    if (token.text === ";" && blocks === 0) {
      close();
      continue;
    }
    current.push(token);
    if (token.kind !== "word") continue;
    const word = fold(token.text);
    if (current.length <= longestHead && !isRoutine && fold(current[0]?.text ?? "") === "create")
      isRoutine = routines.has(word);
    if (!isRoutine) continue;
    const previous = fold(tokens[at - 1]?.text ?? "");
    const next = tokens[at + 1]?.text ?? "";
    if (opens(word, previous, next)) blocks++;
    else if (word === "end") blocks = Math.max(0, blocks - 1);
  }
  close();
  return statements;
}

/** A comment that starts with `!` and a version holds SQL. */
function isPlainComment({ kind, text }: SqlToken): boolean {
  return kind === "comment" && !/^\/\*M?!/.test(text);
}

/** `end if` closes, and `if (a, b, c)` and `repeat('x', 2)` are functions: they stand where a value does. */
function opens(word: string, previous: string, next: string): boolean {
  if (previous === "end" || previous === "." || next === ".") return false;
  if (word === "begin" || word === "case") return true;
  if (word === "loop") return true;
  const starts =
    previous === ";" || previous === ":" || ["begin", "then", "else", "do", "loop", "repeat"].includes(previous);
  if (word === "while") return starts;
  if (word === "repeat") return starts && next !== "(";
  return word === "if" && starts;
}
