/** Expression texts: SQLite stores what the author wrote, so two texts are compared by their tokens. */

import { lexSql, type SqlToken, significant, unquoteName } from "../../sql/lexer.js";
import { fold, literal, syntax } from "./syntax.js";
import { isKeyword } from "./words.js";

export function tokensOf(sql: string): SqlToken[] {
  return significant(lexSql(sql, syntax));
}

/** Equal for texts that SQLite reads alike: white space, comments, outer parentheses, case of words, quotes of names. */
export function canonicalText(sql: string): string {
  return JSON.stringify(withoutParens(tokensOf(sql)).map(canonicalToken));
}

function canonicalToken(token: SqlToken): string {
  if (token.kind === "name") return `name ${fold(unquoteName(token, syntax))}`;
  if (token.kind === "word") return isKeyword(token.text) ? token.text.toUpperCase() : `name ${fold(token.text)}`;
  return token.kind === "number" ? token.text.toLowerCase() : token.text;
}

function withoutParens(tokens: SqlToken[]): SqlToken[] {
  return isWrapped(tokens) ? withoutParens(tokens.slice(1, -1)) : tokens;
}

/** The first token opens a parenthesis that the last one closes. */
function isWrapped(tokens: readonly SqlToken[]): boolean {
  if (tokens[0]?.text !== "(") return false;
  let depth = 0;
  for (const [at, { text }] of tokens.entries()) {
    if (text === "(") depth++;
    if (text === ")" && --depth === 0) return at === tokens.length - 1;
  }
  return false;
}

/** The text without parentheses around all of it. */
export function unwrapped(sql: string): string {
  const text = trimmed(sql);
  return text.startsWith("(") && isWrapped(tokensOf(text)) ? unwrapped(text.slice(1, -1)) : text;
}

/** Without white space and comments around it: SQLite would store them, and they say nothing. */
export function trimmed(sql: string): string {
  if (!/^\s|\s$|--|\/\*/.test(sql)) return sql;
  const tokens = tokensOf(sql);
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? "" : sql.slice(first.start, last.start + last.text.length);
}

/** A default that may stand without parentheses. */
export function isPlainDefault(sql: string): boolean {
  const tokens = lexSql(sql, syntax).filter(({ kind }) => kind !== "space");
  if (tokens.length === 1) return isValue(tokens[0]) || /^current_(date|time|timestamp)$/i.test(sql);
  return tokens.length === 2 && /^[-+]$/.test(tokens[0]?.text ?? "") && tokens[1]?.kind === "number";
}

/** The same for every row, as ADD COLUMN asks of a default. */
export function isConstant(sql: string): boolean {
  return isPlainDefault(sql) && !/^current_/i.test(sql);
}

function isValue(token: SqlToken | undefined): boolean {
  if (token?.kind === "word") return /^(true|false|null)$/i.test(token.text);
  return token?.kind === "number" || (token?.kind === "string" && /^[xX]?'/.test(token.text));
}

/** What stands after DEFAULT, as an expression; null where it is no default at all. SQLite takes a bare word for a text. */
export function readDefault(sql: string): string | null {
  if (/^(\d+|'[^']*')$/.test(sql)) return sql;
  const text = unwrapped(sql);
  const [token, more] = lexSql(sql.trim(), syntax);
  if (/^null$/i.test(text)) return null;
  if (token === undefined || more !== undefined || isPlainDefault(text)) return text;
  return token.kind === "name" || token.kind === "word" ? literal(unquoteName(token, syntax)) : text;
}

/** `users.age` inside the table `users` becomes `age`: a rebuild makes the table under another name. */
export function withoutQualifier(sql: string, table: string): string {
  if (!sql.includes(".")) return sql;
  const tokens = tokensOf(sql);
  let result = "";
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    const dot = tokens[at + 1];
    if (dot?.text !== "." || tokens[at - 1]?.text === "." || !isName(token, table)) continue;
    result += sql.slice(end, token.start);
    end = dot.start + 1;
  }
  return result + sql.slice(end);
}

function isName(token: SqlToken, name: string): boolean {
  return (token.kind === "name" || token.kind === "word") && fold(unquoteName(token, syntax)) === fold(name);
}

/** Whether a text may speak of a column, table or view: by name, so it may be mistaken, but misses nothing. */
export function mentions(sql: string, name: string): boolean {
  return tokensOf(sql).some(
    (token) => isName(token, name) || (token.kind === "string" && token.text === literal(name)),
  );
}

/** The same meaning on one line, for a guard. */
export function oneLine(sql: string): string {
  const parts: string[] = [];
  for (const token of lexSql(sql.trim(), syntax)) {
    const gap = token.kind === "space" || token.kind === "comment";
    if (!gap) parts.push(token.kind === "string" ? oneLineText(token.text) : token.text);
    else if (parts.at(-1) !== " ") parts.push(" ");
  }
  return parts.join("").trim();
}

function oneLineText(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  return `(${text.replaceAll("\r", "' || char(13) || '").replaceAll("\n", "' || char(10) || '")})`;
}
