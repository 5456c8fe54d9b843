/** How MySQL and MariaDB spell names and literals. */

import type { ObjectName } from "../../model/name.js";
import { lexSql, type SqlToken, significant } from "../../sql/lexer.js";
import type { SqlSyntax } from "../../sql/syntax.js";

/** True in every session of ours: neither ANSI_QUOTES nor NO_BACKSLASH_ESCAPES is on. */
export const syntax: SqlSyntax = {
  nameQuotes: new Map([["`", "`"]]),
  doubleQuotedStrings: true,
  backslashEscapes: true,
  escapeStrings: false,
  dollarQuotes: false,
  nestedComments: false,
  hashComments: true,
  dashNeedsSpace: true,
  longOperators: false,
};

/** Names are always quoted: no list of reserved words to keep. */
export function quote(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** The connection's database goes without its name, so that a file fits any database. */
export function quoteName({ schema, name }: ObjectName): string {
  return schema === null ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

export function quoteList(names: readonly string[]): string {
  return names.map(quote).join(", ");
}

/** The spelling the engines print, so that a value in normal form has one. */
export function literal(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll("\0", "\\0").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}'`;
}

const escapes: Readonly<Record<string, string>> = { "0": "\0", n: "\n", r: "\r", t: "\t", b: "\b", Z: "\x1a" };

/** The text that a `'…'` or `"…"` literal stands for. */
export function literalText(sql: string): string {
  const quoteMark = sql.slice(0, 1);
  const inner = sql.slice(1, -1);
  return inner.replace(/\\([\s\S])|''|""/g, (found, escaped: string | undefined) => {
    if (escaped === undefined) return found[0] === quoteMark ? quoteMark : found;
    // Before these two the backslash stays: they are for LIKE.
    return escaped === "%" || escaped === "_" ? found : (escapes[escaped] ?? escaped);
  });
}

/** The tokens that mean something. */
export function tokensOf(sql: string): SqlToken[] {
  return significant(lexSql(sql, syntax));
}

/** A comment at the end of an author's SQL must not swallow what comes after it. */
export function endsInComment(sql: string): boolean {
  const last = lexSql(sql, syntax).at(-1);
  return last?.kind === "comment" && /^(--|#)/.test(last.text);
}

export function inParens(sql: string): string {
  return endsInComment(sql) ? `(${sql}\n)` : `(${sql})`;
}

/** Column and index names that differ only in case are one name. */
export function fold(name: string): string {
  return name.toLowerCase();
}

/** The server keeps names, comments and enum values in three-byte UTF-8. */
export function threeByte(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, "?");
}
