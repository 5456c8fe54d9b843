/** Rewrites names inside SQL that covet carries without parsing: a rename must not leave an expression behind. */

import { lexSql, type SqlToken, significant, unquoteName } from "./lexer.js";
import { isKeyword, needsQuotes } from "./reserved.js";
import type { SqlSyntax } from "./syntax.js";

/** Reads the expressions of any dialect; `[` stays punctuation, so that subscripts survive. */
const anySyntax: SqlSyntax = {
  nameQuotes: new Map([
    ['"', '"'],
    ["`", "`"],
  ]),
  doubleQuotedStrings: false,
  backslashEscapes: false,
  escapeStrings: true,
  dollarQuotes: true,
  nestedComments: true,
  hashComments: false,
  dashNeedsSpace: false,
  longOperators: false,
};

const plainWord = /^[a-z_][a-z0-9_]*$/;
/** Words that go on naming a type after its first one: `timestamp without time zone`. */
const typeWords = new Set(["varying", "precision", "without", "with", "time", "zone"]);

/** A name as it stands in an expression: bare where every engine reads it as written, else in double quotes. */
export function quoteWord(name: string): string {
  return plainWord.test(name) && !needsQuotes(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Every use of the column `from` of `table` becomes `to`. */
export function renameColumn(sql: string, table: string, from: string, to: string): string {
  return rewrite(sql, from, to, (tokens, at) => isColumn(tokens, at, table));
}

/** Every use of a column becomes this piece of SQL: what a domain's check calls `value`, say, a column of that domain. */
export function substituteColumn(sql: string, column: string, piece: string): string {
  return rewriteTokens(sql, (tokens, at) => {
    const token = tokens[at];
    return token !== undefined && stands(token, column) && isColumn(tokens, at, "") ? piece : null;
  });
}

/** Every use of the columns of `table` becomes the SQL that `texts` has for them, all at once. */
export function replaceColumns(sql: string, table: string, texts: ReadonlyMap<string, string>): string {
  const names = [...texts];
  return rewriteTokens(sql, (tokens, at) => {
    const token = tokens[at];
    if (token === undefined || !isColumn(tokens, at, table)) return null;
    return names.find(([name]) => stands(token, name))?.[1] ?? null;
  });
}

/** `from.x` becomes `to.x`: a table before its column, a schema before its type or function. */
export function renameQualifier(sql: string, from: string, to: string): string {
  return rewrite(sql, from, to, (tokens, at) => text(tokens, at + 1) === ".");
}

/** A type by the name it has in a text: without a schema where the text needs none. */
export interface TypeName {
  readonly schema: string | null;
  readonly name: string;
}

/** `'x'::from` becomes `'x'::to`; `cast(x as from)` likewise. A type of that name in another schema stays. */
export function renameType(sql: string, from: TypeName, to: string): string {
  return rewrite(sql, from.name, to, (tokens, at) => typePosition(tokens, at) && hasSchema(tokens, at, from.schema));
}

/** The literal `'from'` becomes `'to'`; with a type, only where it is cast to that type. */
export function renameLiteral(sql: string, from: string, to: string, type: TypeName | null): string {
  return rewriteTokens(sql, (tokens, at) => {
    const token = tokens[at];
    if (token?.kind !== "string" || token.text !== quoteText(from)) return null;
    return type === null || isCast(tokens, at + 1, type, false) ? quoteText(to) : null;
  });
}

/** The element `from` of an array literal, `'{a,from}'`, becomes `to`; with a type, only where it is cast to its array. */
export function renameElement(sql: string, from: string, to: string, type: TypeName | null): string {
  return rewriteTokens(sql, (tokens, at) => {
    const token = tokens[at];
    if (token?.kind !== "string" || !token.text.startsWith("'{")) return null;
    if (type !== null && !isCast(tokens, at + 1, type, true)) return null;
    return quoteText(
      token.text
        .slice(1, -1)
        .replaceAll("''", "'")
        .replace(element, (text) => (unquoteElement(text) === from ? quoteElement(to) : text)),
    );
  });
}

/** The columns a text may speak of: its words and quoted names, lower-case words as they stand. */
export function namesIn(sql: string): Set<string> {
  const tokens = significant(lexSql(sql, anySyntax));
  const names = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "name") names.add(unquoteName(token, anySyntax));
    else if (token.kind === "word" && !isKeyword(token.text) && text(tokens, at + 1) !== "(") names.add(token.text);
  }
  return names;
}

/** The plain literals of a text, as written: `'draft'`. */
export function literalsIn(sql: string): string[] {
  const strings = lexSql(sql, anySyntax).filter(({ kind }) => kind === "string");
  return strings.map(({ text }) => text);
}

/** A value as a SQL literal. */
export function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

type Where = (tokens: readonly SqlToken[], at: number) => boolean;

function rewrite(sql: string, from: string, to: string, where: Where): string {
  return rewriteTokens(sql, (tokens, at) => {
    const token = tokens[at];
    if (token === undefined || !stands(token, from) || !where(tokens, at)) return null;
    return token.text.startsWith("`") ? `\`${to.replaceAll("`", "``")}\`` : quoteWord(to);
  });
}

function rewriteTokens(sql: string, change: (tokens: readonly SqlToken[], at: number) => string | null): string {
  const tokens = significant(lexSql(sql, anySyntax));
  let result = "";
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    const changed = change(tokens, at);
    if (changed === null) continue;
    result += sql.slice(end, token.start) + changed;
    end = token.start + token.text.length;
  }
  return result + sql.slice(end);
}

/** Engines fold bare words, each in its own way; a quoted name is exact. */
function stands(token: SqlToken, name: string): boolean {
  if (token.kind === "name") return unquoteName(token, anySyntax) === name;
  return token.kind === "word" && !isKeyword(token.text) && token.text.toLowerCase() === name.toLowerCase();
}

function isColumn(tokens: readonly SqlToken[], at: number, table: string): boolean {
  const after = text(tokens, at + 1);
  if (after === "(" || after === ".") return false;
  const qualifier = tokens[at - 2];
  if (text(tokens, at - 1) === ".") return qualifier !== undefined && stands(qualifier, table);
  if (text(tokens, at - 1) === "collate" || typePosition(tokens, at)) return false;
  // extract(day from c): a field, not a column.
  return !(text(tokens, at - 1) === "(" && text(tokens, at - 2) === "extract");
}

/** After `::` or `as`, past a schema and past the first words of a long type name. */
function typePosition(tokens: readonly SqlToken[], at: number): boolean {
  let start = at;
  while (start > 0 && tokens[start]?.kind === "word" && typeWords.has(text(tokens, start))) start--;
  if (text(tokens, start - 1) === ".") start -= 2;
  return text(tokens, start - 1) === "::" || text(tokens, start - 1) === "as";
}

/** The schema written before a name; none where none is expected. */
function hasSchema(tokens: readonly SqlToken[], at: number, schema: string | null): boolean {
  const qualifier = text(tokens, at - 1) === "." ? tokens[at - 2] : undefined;
  return schema === null ? qualifier === undefined : qualifier !== undefined && stands(qualifier, schema);
}

/** Whether `::` stands at a place and, after it, the type or its array. */
function isCast(tokens: readonly SqlToken[], at: number, { schema, name }: TypeName, array: boolean): boolean {
  if (text(tokens, at) !== "::") return false;
  const place = text(tokens, at + 2) === "." ? at + 3 : at + 1;
  const word = tokens[place];
  if (word === undefined || unquoteName(word, anySyntax) !== name) return false;
  return hasSchema(tokens, place, schema) && (text(tokens, place + 1) === "[") === array;
}

/** An element of an array literal: in double quotes, with backslashes, or plain. */
const element = /"(?:[^"\\]|\\.)*"|[^{},"]+/g;

function unquoteElement(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text.trim();
}

function quoteElement(value: string): string {
  const plain = /^[\p{L}\p{N}_-]+$/u.test(value) && value.toLowerCase() !== "null";
  return plain ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;
}

function text(tokens: readonly SqlToken[], at: number): string {
  const token = tokens[at];
  return token === undefined ? "" : token.kind === "word" ? token.text.toLowerCase() : token.text;
}
